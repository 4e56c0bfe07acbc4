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

    private const string Daemon = """{ "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" }, "kata": { "runtimeType": "io.containerd.kata.v2" } } }""";

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

    /// <summary>Containers say the same to Docker in a Compose file, in code and on the command line; only the words of the messages differ.</summary>
    [Fact]
    public async Task Containers_in_files_in_code_and_on_command_lines_get_the_same_findings()
    {
        var found = 0;
        await Cases.SampleAsync(async workload =>
        {
            var compose = await Outcome(workload, new CodeTest().WithFile("daemon.json", Daemon).WithFile("compose.yaml", Compose(workload)), "class P;");
            Assert.Equal(compose, await Outcome(workload, new CodeTest(Libraries.DockerDotNetEnhanced).WithFile("daemon.json", Daemon), Engine(workload)));
            Assert.Equal(compose, await Outcome(workload, new CodeTest().WithFile("daemon.json", Daemon), Command(workload)));
            Interlocked.Add(ref found, compose.Length > 0 ? 1 : 0);
        }, iter: 40);
        Assert.True(found > 8, $"only {found} workloads had findings");
    }

    /// <summary>A descriptor object has the settings of a pod, and no pod: what it is told of its runtime and its boundary is the same.</summary>
    [Fact]
    public async Task A_descriptor_object_gets_the_verdict_of_its_pod()
    {
        var found = 0;
        await Cases.SampleAsync(async workload =>
        {
            var pod = await Outcome(workload, new CodeTest().WithFile("classes.yaml", Classes).WithFile("pod.yaml", Yaml(workload)), "class P;", "ISM1001", "ISM2001");
            Assert.Equal(pod, await Outcome(workload, new CodeTest(Libraries.Sdk), Descriptor(workload), "ISM1001", "ISM2001"));
            Interlocked.Add(ref found, pod.Length > 0 ? 1 : 0);
        }, iter: 40);
        Assert.True(found > 8, $"only {found} workloads had findings");
    }

    /// <summary>Rules, technologies and alternatives, without the words.</summary>
    private static async Task<string> Outcome(Case workload, CodeTest test, string code, params string[] rules)
    {
        var diagnostics = await test.Needs(workload.Need).Diagnostics(code);
        return string.Join("\n", diagnostics
            .Where(diagnostic => rules.Length == 0 || rules.Contains(diagnostic.Id, StringComparer.Ordinal))
            .Select(diagnostic => $"{diagnostic.Id} [{diagnostic.Properties.GetValueOrDefault("need")}: {diagnostic.Properties.GetValueOrDefault("technology")}: {diagnostic.Properties.GetValueOrDefault("alternatives")}]")
            .Order(StringComparer.Ordinal));
    }

    private static string Compose(Case workload)
    {
        var text = new StringBuilder($"services:\n  web:\n    image: shop/web:1\n    runtime: {Runtimes[workload.Runtime].Docker}\n");
        text.Append(workload.IsPrivileged ? "    privileged: true\n" : string.Empty).Append(workload.UsesHostPid ? "    pid: host\n" : string.Empty);
        text.Append(workload.UsesHostNetwork ? "    network_mode: host\n" : string.Empty).Append(workload.IsUnconfined ? "    security_opt: ['seccomp:unconfined']\n" : string.Empty);
        text.Append(workload.Added.Length > 0 ? $"    cap_add: [{string.Join(", ", workload.Added)}]\n" : string.Empty);
        return text.Append(workload.Path is { } path ? $"    volumes: ['{path}:/host{(workload.IsReadOnly ? ":ro" : string.Empty)}']\n" : string.Empty).ToString();
    }

    private static string Engine(Case workload) => $$"""
        using Docker.DotNet.Models;

        public static class Deploy
        {
            public static object Make()
            {
                var host = new HostConfig { Runtime = "{{Runtimes[workload.Runtime].Docker}}", Privileged = {{(workload.IsPrivileged ? "true" : "false")}} };
                {{(workload.UsesHostPid ? "host.PidMode = \"host\";" : string.Empty)}}
                {{(workload.UsesHostNetwork ? "host.NetworkMode = \"host\";" : string.Empty)}}
                {{(workload.IsUnconfined ? "host.SecurityOpt = [\"seccomp=unconfined\"];" : string.Empty)}}
                {{(workload.Added.Length > 0 ? $"host.CapAdd = [{string.Join(", ", workload.Added.Select(name => $"\"{name}\""))}];" : string.Empty)}}
                {{(workload.Path is { } path ? $"host.Binds = [\"{path}:/host{(workload.IsReadOnly ? ":ro" : string.Empty)}\"];" : string.Empty)}}
                return new CreateContainerParameters { Name = "web", Image = "shop/web:1", HostConfig = host };
            }
        }
        """;

    private static string Command(Case workload)
    {
        var options = new List<string> { $"--runtime={Runtimes[workload.Runtime].Docker}" };
        options.AddRange(workload.IsPrivileged ? ["--privileged"] : []);
        options.AddRange(workload.UsesHostPid ? ["--pid", "host"] : []);
        options.AddRange(workload.UsesHostNetwork ? ["--network=host"] : []);
        options.AddRange(workload.IsUnconfined ? ["--security-opt", "seccomp=unconfined"] : []);
        options.AddRange(workload.Added.Select(name => $"--cap-add={name}"));
        options.AddRange(workload.Path is { } path ? ["-v", $"{path}:/host{(workload.IsReadOnly ? ":ro" : string.Empty)}"] : []);
        return $"public static class Deploy {{ public static object Make() => System.Diagnostics.Process.Start(\"docker\", \"run --rm {string.Join(" ", options)} shop/web:1\"); }}";
    }

    private static string Descriptor(Case workload)
    {
        var mounts = workload.Path is not { } path ? string.Empty : workload.IsReadOnly ? $"HostPaths = {{ \"{path}\" }}," : $"WritableHostPaths = {{ \"{path}\" }},";
        return $$"""
            using IsolationModel;

            public static class Deploy
            {
                public static WorkloadDescriptor Web { get; } = new WorkloadDescriptor("web")
                {
                    Technology = Technologies.{{Runtimes[workload.Runtime].Member}},
                    Platform = Platforms.Kubernetes,
                    Settings = new PodSettings
                    {
                        Seccomp = SeccompSetting.{{workload.Seccomp}},
                        Privileged = {{(workload.IsPrivileged ? "true" : "false")}},
                        {{(workload.UsesHostPid ? "HostPid = true," : string.Empty)}}
                        {{(workload.UsesHostNetwork ? "HostNetwork = true," : string.Empty)}}
                        {{(workload.Added.Length > 0 ? $"AddedCapabilities = {{ {string.Join(", ", workload.Added.Select(name => $"\"{name}\""))} }}," : string.Empty)}}
                        {{mounts}}
                    },
                };
            }
            """;
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
