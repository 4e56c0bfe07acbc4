using System.Globalization;
using System.Text;
using CsCheck;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Random sets of descriptors: Pods and services with needs, classes and settings, some of them suppressed, some broken.</summary>
internal static class RandomDescriptors
{
    private static readonly string[] Names = ["web", "a-b", "größe", "x | y", "a`b", "=1", "<b>", "it's, \\\"so\\\"", "a\\nb", "[x](1)", "100%", "@team", "web"];

    private static readonly string[] Needs = ["untrusted-code", "hostile-tenants", "level:high", "level:medium", "pod-security:restricted", "startup <= 125 ms", "untrusted-cod", "gpu"];

    private static readonly string?[] Classes = [null, "gvisor", "kata", "sandboxed", "runc", "unheard-of"];

    private static readonly string[] Settings = ["hostPID: true", "hostNetwork: true", "hostIPC: true"];

    private static readonly Gen<string> Pod = Gen.Select(
        Any(Names), Any(string.Empty, "  namespace: shop\n", "  namespace: bank\n"), Any(Needs).Array[0, 3], Any(Classes), Any(Settings).Array[0, 2], Gen.Bool, Gen.Int[0, 5],
        static (name, ns, needs, runtime, settings, isPrivileged, luck) => PodOf(name, ns, needs, runtime, settings.Distinct(StringComparer.Ordinal), isPrivileged, isSuppressed: luck == 0));

    private static readonly Gen<string> Service = Gen.Select(Any(Needs).Array[0, 2], Any<string?>(null, "runsc", "io.containerd.kata.v2", "unheard-of"), Gen.Bool, ServiceOf);

    private static readonly Gen<string> RuntimeClass = Any("runsc", "runc", "kata-qemu").Select(static handler => $"apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: sandboxed\nhandler: {handler}\n");

    private static readonly Gen<string> Broken = Any("apiVersion: v1\nkind: [", "{{ if .Values.x }}\napiVersion: v1\nkind: Pod\n");

    private static readonly Gen<string> Manifest = Gen.Select(Gen.Int[0, 6], Pod, RuntimeClass, Broken, static (luck, pod, runtimeClass, broken) => luck switch { 0 => broken, 1 => runtimeClass, _ => pod })
        .Array[1, 3].Select(static documents => string.Join("---\n", documents));

    private static readonly Gen<string> Compose = Service.Array[1, 3]
        .Select(static services => "services:\n" + string.Concat(services.Select(static (service, i) => string.Create(CultureInfo.InvariantCulture, $"  service{i}:\n{service}"))));

    /// <summary>Files with their texts.</summary>
    public static Gen<(string File, string Text)[]> Files { get; } = Gen.Select(Manifest.Array[1, 4], Compose, Gen.Bool, static (manifests, compose, hasCompose) =>
    {
        var files = manifests.Select(static (text, i) => (string.Create(CultureInfo.InvariantCulture, $"d/{i} é.yaml"), text));
        return (hasCompose ? files.Append(("d/compose.yaml", compose)) : files).ToArray();
    });

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string PodOf(string name, string ns, string[] needs, string? runtime, IEnumerable<string> settings, bool isPrivileged, bool isSuppressed)
    {
        var text = new StringBuilder($"apiVersion: v1\nkind: Pod\nmetadata:\n  name: \"{name}\"\n{ns}");
        if (needs.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  annotations:\n    isolationmodel.dev/needs: \"{string.Join(", ", needs)}\"\n");
        }

        text.Append(isSuppressed ? "spec: # isolation: disable ISM1001 -- moves to gVisor\n" : "spec:\n");
        text.Append(runtime is null ? string.Empty : $"  runtimeClassName: {runtime}\n");
        foreach (var setting in settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {setting}\n");
        }

        text.Append("  containers:\n    - name: main\n      image: example.org/main:1\n");
        return text.Append(isPrivileged ? "      securityContext:\n        privileged: true\n" : string.Empty).ToString();
    }

    private static string ServiceOf(string[] needs, string? runtime, bool isPrivileged) =>
        "    image: example.org/main:1\n"
        + (needs.Length == 0 ? string.Empty : $"    x-isolation: \"{string.Join(", ", needs)}\"\n")
        + (runtime is null ? string.Empty : $"    runtime: {runtime}\n")
        + (isPrivileged ? "    privileged: true\n" : string.Empty);
}
