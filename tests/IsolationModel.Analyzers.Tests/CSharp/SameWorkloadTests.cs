using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>
/// One workload, written in every way in which people write it: as YAML, as JSON, as a Compose service, with the client of Kubernetes, with that of
/// Docker, and as a descriptor object. The compiler says the same of each.
/// </summary>
public sealed class SameWorkloadTests
{
    private static readonly string Classes = MarkupTest.Documents(MarkupTest.RuntimeClass("plain", "runc"), MarkupTest.RuntimeClass("strict", "runsc"), MarkupTest.RuntimeClass("machine", "kata"));

    private static readonly (string Class, string Docker, string Member)[] Runtimes = [("plain", "runc", "Runc"), ("strict", "runsc", "GVisor"), ("machine", "kata", "Kata")];

    private static readonly string[] Needs = ["untrusted-code", "level:low", "level:medium", "level:very-high", "hostile-tenants, startup <= 2 s", "untrusted-code, memory <= 64 MiB"];

    private static readonly string[] Capabilities = ["NET_BIND_SERVICE", "SYS_ADMIN", "SYS_MODULE", "NET_ADMIN"];

    private static readonly string[] Paths = ["/srv/data", "/etc", "/var/run/docker.sock"];

    private static readonly Gen<Case> Cases =
        from runtime in Gen.Int[0, Runtimes.Length - 1]
        from isPrivileged in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        from usesHostPid in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from usesHostNetwork in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from isUnconfined in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        from added in Gen.Int[0, Capabilities.Length - 1].Select(index => Capabilities[index]).Array[0, 2]
        from path in Gen.Frequency((2, Gen.Const((string?)null)), (1, Gen.Int[0, Paths.Length - 1].Select(index => Paths[index]).Select(known => (string?)known)))
        from isReadOnly in Gen.Bool
        from need in Gen.Int[0, Needs.Length - 1].Select(index => Needs[index])
        select new Case(runtime, isPrivileged, usesHostPid, usesHostNetwork, isUnconfined, [.. added.Distinct()], path, isReadOnly, need);

    [Fact]
    public async Task Pods_in_files_and_in_code_get_the_same_findings()
    {
        var found = 0;
        await Cases.SampleAsync(async workload =>
        {
            var yaml = await Judge(workload, new CodeTest().WithFile("classes.yaml", Classes).WithFile("pod.yaml", Yaml(workload)), "class P;");
            var json = await Judge(workload, new CodeTest().WithFile("classes.yaml", Classes).WithFile("pod.k8s.json", Json(workload)), "class P;");
            var code = await Judge(workload, new CodeTest(Libraries.KubernetesClient).WithFile("classes.yaml", Classes), Client(workload));
            Assert.Equal(yaml, json);
            Assert.Equal(yaml, code);
            Interlocked.Add(ref found, yaml.Length > 0 ? 1 : 0);
        }, iter: 60);
        Assert.True(found > 10, $"only {found} workloads had findings");
    }

    private static async Task<string> Judge(Case workload, CodeTest test, string code)
    {
        var diagnostics = await test.Needs(workload.Need).Diagnostics(code);
        return string.Join("\n", diagnostics
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} [{diagnostic.Properties.GetValueOrDefault("technology")}: {diagnostic.Properties.GetValueOrDefault("alternatives")}]")
            .Order(StringComparer.Ordinal));
    }

    private static string Yaml(Case workload)
    {
        var text = new StringBuilder($"apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  runtimeClassName: {Runtimes[workload.Runtime].Class}\n");
        text.Append(workload.UsesHostPid ? "  hostPID: true\n" : string.Empty).Append(workload.UsesHostNetwork ? "  hostNetwork: true\n" : string.Empty);
        text.Append("  containers:\n  - name: web\n    securityContext:\n").Append("      seccompProfile:\n        type: ").Append(workload.Seccomp).Append('\n');
        text.Append(workload.IsPrivileged ? "      privileged: true\n" : string.Empty);
        text.Append(workload.Added.Length > 0 ? $"      capabilities:\n        add: [{string.Join(", ", workload.Added)}]\n" : string.Empty);
        if (workload.Path is { } path)
        {
            text.Append("    volumeMounts:\n    - name: host\n      mountPath: /host\n").Append(workload.IsReadOnly ? "      readOnly: true\n" : string.Empty);
            text.Append("  volumes:\n  - name: host\n    hostPath:\n      path: ").Append(path).Append('\n');
        }

        return text.ToString();
    }

    private static string Json(Case workload)
    {
        var context = new Dictionary<string, object> { ["seccompProfile"] = new { type = workload.Seccomp } };
        var container = new Dictionary<string, object> { ["name"] = "web", ["securityContext"] = context };
        var spec = new Dictionary<string, object> { ["runtimeClassName"] = Runtimes[workload.Runtime].Class, ["containers"] = new[] { container } };
        Set(workload.IsPrivileged, () => context["privileged"] = true);
        Set(workload.Added.Length > 0, () => context["capabilities"] = new { add = workload.Added });
        Set(workload.UsesHostPid, () => spec["hostPID"] = true);
        Set(workload.UsesHostNetwork, () => spec["hostNetwork"] = true);
        Set(workload.Path is not null, () =>
        {
            container["volumeMounts"] = new[] { workload.IsReadOnly ? (object)new { name = "host", mountPath = "/host", readOnly = true } : new { name = "host", mountPath = "/host" } };
            spec["volumes"] = new[] { new { name = "host", hostPath = new { path = workload.Path } } };
        });
        return JsonSerializer.Serialize(new { apiVersion = "v1", kind = "Pod", metadata = new { name = "web" }, spec });

        static void Set(bool isSet, Action set)
        {
            if (isSet)
            {
                set();
            }
        }
    }

    private static string Client(Case workload) => $$"""
        using System.Collections.Generic;
        using k8s.Models;

        public static class Deploy
        {
            public static V1Pod Make()
            {
                var container = new V1Container
                {
                    Name = "web",
                    SecurityContext = new V1SecurityContext
                    {
                        SeccompProfile = new V1SeccompProfile { Type = "{{workload.Seccomp}}" },
                        {{(workload.IsPrivileged ? "Privileged = true," : string.Empty)}}
                        {{(workload.Added.Length > 0 ? $"Capabilities = new V1Capabilities {{ Add = new List<string> {{ {string.Join(", ", workload.Added.Select(name => $"\"{name}\""))} }} }}," : string.Empty)}}
                    },
                };
                var pod = new V1Pod { Metadata = new V1ObjectMeta { Name = "web" }, Spec = new V1PodSpec { RuntimeClassName = "{{Runtimes[workload.Runtime].Class}}", Containers = [container] } };
                {{(workload.UsesHostPid ? "pod.Spec.HostPID = true;" : string.Empty)}}
                {{(workload.UsesHostNetwork ? "pod.Spec.HostNetwork = true;" : string.Empty)}}
                {{(workload.Path is { } path ? $"container.VolumeMounts = [new V1VolumeMount {{ Name = \"host\", MountPath = \"/host\"{(workload.IsReadOnly ? ", ReadOnlyProperty = true" : string.Empty)} }}]; pod.Spec.Volumes = [new() {{ Name = \"host\", HostPath = new() {{ Path = \"{path}\" }} }}];" : string.Empty)}}
                return pod;
            }
        }
        """;

    private sealed record Case(int Runtime, bool IsPrivileged, bool UsesHostPid, bool UsesHostNetwork, bool IsUnconfined, string[] Added, string? Path, bool IsReadOnly, string Need)
    {
        public string Seccomp => IsUnconfined ? "Unconfined" : "RuntimeDefault";
    }
}
