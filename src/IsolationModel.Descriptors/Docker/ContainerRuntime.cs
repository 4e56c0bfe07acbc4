using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>How a container picks what runs it: by a runtime on Linux, by its isolation on Windows.</summary>
internal static class ContainerRuntime
{
    private const string Runtime = "runtime";
    private const string Isolation = "isolation";
    private const string Default = "default";

    public static RuntimeReference Read(ContainerFacts facts)
    {
        var container = facts.Container;
        var runtime = container.IsSwarm ? default : container.Service[Runtime];
        var isolation = container.Service[Isolation];
        if (ReadIsolation(facts, isolation, runtime) is { } picked)
        {
            return picked;
        }

        var field = facts.Show(Runtime);
        var kind = container.PlatformId == ContainerWorkloads.Podman ? RuntimeNameKind.OciRuntime
            : container.IsArguments ? RuntimeNameKind.DockerRuntime
            : RuntimeNameKind.ComposeRuntime;
        if (!runtime.Exists || runtime.IsNull || runtime.Text is { Length: 0 })
        {
            return new RuntimeReference(RuntimeReferenceState.Absent, kind, string.Empty, runtime.Exists ? runtime.Range : container.Range, field);
        }

        return runtime.Text is { } name && !runtime.IsUnresolved
            ? new RuntimeReference(RuntimeReferenceState.Named, kind, name, runtime.Range, field)
            : new RuntimeReference(RuntimeReferenceState.Unresolved, kind, runtime.Text ?? string.Empty, runtime.Range, field) { Reason = Unset(field, runtime) };
    }

    /// <summary>What the isolation decides; null where it leaves it to the runtime.</summary>
    private static RuntimeReference? ReadIsolation(ContainerFacts facts, DataCursor isolation, DataCursor runtime)
    {
        var isSet = isolation is { Exists: true, IsNull: false } && isolation.Text is not { Length: 0 };
        if (isSet && (isolation.IsUnresolved || isolation.Text is null))
        {
            // Only Windows has more than one isolation, so on Linux nothing depends on it.
            return ContainerPlatform.Named(facts.Container.Service) == "linux"
                ? null
                : new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.DockerIsolation, isolation.Text ?? string.Empty, isolation.Range, facts.Show(Isolation)) { Reason = Unset(facts.Show(Isolation), isolation) };
        }

        var isDefault = !isSet || string.Equals(isolation.Text, Default, StringComparison.OrdinalIgnoreCase);
        if (!isDefault && !ContainerPlatform.IsOfWindows(isolation.Text))
        {
            facts.AddFlaw(FlawKind.Refused, $"'{facts.Show(Isolation, isolation.Text)}'", "there is no such isolation; write default, process or hyperv, and select a sandbox on Linux by runtime", isolation.Range);
            return null;
        }

        if (!isDefault && ContainerPlatform.Named(facts.Container.Service) is { } named && named != "windows")
        {
            facts.AddFlaw(FlawKind.Refused, $"'{facts.Show(Isolation, isolation.Text)}'", $"only Windows containers have it, and this one is for {named}; select a sandbox by runtime", isolation.Range);
            return null;
        }

        if (!facts.IsWindows || (isDefault && runtime.Text is { Length: > 0 }))
        {
            return null;
        }

        return isDefault
            ? new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.DockerIsolation, string.Empty, isSet ? isolation.Range : facts.Container.Range, facts.Show(Isolation))
            : new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.DockerIsolation, isolation.Text!, isolation.Range, facts.Show(Isolation));
    }

    /// <summary>Compose puts nothing in the place of a variable that is not set (Compose specification, interpolation).</summary>
    private static string Unset(string field, DataCursor value) => value.IsUnresolved
        ? $"'{value.Text}' is set in no file of the run; where it is not set at all, {field} is empty and the default runs; set it in .env, or give it a default"
        : $"{field} is not a text";
}
