using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Pods that code builds with the official client.</summary>
public sealed class KubernetesClientTests
{
    private static CodeTest Untrusted => new CodeTest(Libraries.KubernetesClient).Needs("untrusted-code");

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using k8s.Models;

        public static class Deploy
        {
            public static object Make(bool isDebug, string given)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    /// <summary>How code can build a pod that runs under runc and is privileged; each with the code that the finding on the runtime stands on.</summary>
    public static TheoryData<string, string> WaysToBuildAPod() => new()
    {
        { """return new V1Pod { Metadata = new V1ObjectMeta { Name = "web" }, Spec = new V1PodSpec { Containers = [new V1Container { Name = "a" }] } };""", "Spec" },
        { """return new V1Pod { Spec = new() { Containers = new List<V1Container> { new() { Name = "a" } } } };""", "Spec" },
        { """V1PodSpec spec = new() { Containers = new[] { new V1Container { Name = "a" } } }; return new V1Pod { Spec = spec };""", "Spec" },
        { """var pod = new V1Pod(); pod.Spec = new V1PodSpec { Containers = [] }; return pod;""", "Spec" },
        { """return new V1PodSpec { Containers = [] };""", "V1PodSpec" },
        { """return new V1PodTemplateSpec { Spec = new V1PodSpec { Containers = [] } };""", "Spec" },
        { """return new V1Deployment { Spec = new V1DeploymentSpec { Template = new V1PodTemplateSpec { Spec = new V1PodSpec { Containers = [] } } } };""", "Spec" },
        { """return new V1CronJob { Spec = new() { JobTemplate = new() { Spec = new() { Template = new() { Spec = new() { Containers = [] } } } } } };""", "Spec" },
    };

    [Theory]
    [MemberData(nameof(WaysToBuildAPod))]
    public async Task A_pod_without_runtime_class_is_judged_however_it_is_built(string body, string place) =>
        Assert.Equal([$"ISM1001 {place}"], await Untrusted.Findings(Method(body)));

    [Theory]
    [InlineData("""RuntimeClassName = "runc" """, "ISM1001 \"runc\"")]
    [InlineData("RuntimeClassName = Names.Plain", "ISM1001 Names.Plain")]
    [InlineData("RuntimeClassName = Names.Fixed", "ISM1001 Names.Fixed")]
    [InlineData("""RuntimeClassName = "ru" + "nc" """, "ISM1001 \"ru\" + \"nc\"")]
    [InlineData("RuntimeClassName = given", "ISM1502 given")]
    [InlineData("""RuntimeClassName = System.Environment.GetEnvironmentVariable("CLASS")""", "ISM1502 System.Environment.GetEnvironmentVariable(\"CLASS\")")]
    [InlineData("""RuntimeClassName = isDebug ? "runc" : "gvisor" """, "ISM1502 isDebug ? \"runc\" : \"gvisor\"")]
    public async Task A_runtime_class_is_known_from_constants_alone(string member, string finding)
    {
        var code = Method($$"""return new V1Pod { Spec = new V1PodSpec { Containers = [], {{member}} } };""")
            + "\npublic static class Names { public const string Plain = \"runc\"; public static readonly string Fixed = Plain; }\n";
        Assert.Equal([finding], await Untrusted.WithFile("class.yaml", MarkupTest.RuntimeClass("runc", "runc")).Findings(code));
    }

    [Fact]
    public async Task Objects_in_files_of_the_project_resolve_the_class()
    {
        var code = Method("""return new V1Pod { Spec = new V1PodSpec { Containers = [], RuntimeClassName = "strict" } };""");
        Assert.Equal(["ISM1502 \"strict\""], await Untrusted.Findings(code));
        Assert.Empty(await Untrusted.WithFile("class.yaml", MarkupTest.RuntimeClass("strict", "runsc")).Findings(code));
    }

    /// <summary>Changes after the object was made, each with what is found; the runtime is gVisor by its object.</summary>
    public static TheoryData<string, string[]> LaterChanges() => new()
    {
        { """pod.Spec.RuntimeClassName = "plain";""", ["ISM1001 \"plain\""] },
        { """pod.Spec.RuntimeClassName = null;""", ["ISM1001 null"] },
        { """if (isDebug) { pod.Spec.RuntimeClassName = "plain"; }""", ["ISM1502 pod.Spec.RuntimeClassName = \"plain\""] },
        { """pod.Spec.RuntimeClassName ??= "plain";""", [] },
        { """var spec = pod.Spec; spec.RuntimeClassName = "plain";""", ["ISM1001 \"plain\""] },
        { """pod.Spec = new V1PodSpec { Containers = [] };""", ["ISM1001 Spec"] },
        { """pod.Metadata = new V1ObjectMeta { Name = "other" };""", [] },
        { """System.Action later = () => pod.Spec.RuntimeClassName = "plain";""", ["ISM1502 pod.Spec.RuntimeClassName = \"plain\""] },
        { """for (var i = 0; i < 3; i++) { pod.Spec.RuntimeClassName = "plain"; }""", ["ISM1502 pod.Spec.RuntimeClassName = \"plain\""] },
    };

    [Theory]
    [MemberData(nameof(LaterChanges))]
    public async Task What_is_assigned_later_in_the_method_counts(string change, string[] findings)
    {
        var code = Method($$"""
            var pod = new V1Pod { Spec = new V1PodSpec { RuntimeClassName = "gvisor", Containers = [] } };
                    {{change}}
                    return pod;
            """);
        var test = Untrusted.WithFile("classes.yaml", MarkupTest.Documents(MarkupTest.RuntimeClass("gvisor", "runsc"), MarkupTest.RuntimeClass("plain", "runc")));
        Assert.Equal(findings, await test.Findings(code));
    }

    /// <summary>Settings of containers, under runc with a need that runc itself meets.</summary>
    public static TheoryData<string, string[]> Weakenings() => new()
    {
        { """return Pod(new V1Container { Name = "a", SecurityContext = new V1SecurityContext { Privileged = true } });""", ["ISM2001 true"] },
        { """var c = new V1Container { Name = "a" }; c.SecurityContext = new() { Privileged = true }; return Pod(c);""", ["ISM2001 true"] },
        { """var c = new V1Container { Name = "a", SecurityContext = new() }; c.SecurityContext.Privileged = true; return Pod(c);""", ["ISM2001 true"] },
        { """var p = Pod(new V1Container { Name = "a" }); p.Spec.Containers[0].SecurityContext = new() { Privileged = true }; return p;""", ["ISM2001 true"] },
        { """var p = new V1Pod { Spec = new() { Containers = [] } }; p.Spec.Containers.Add(new() { SecurityContext = new() { Privileged = true } }); return p;""", ["ISM2001 true"] },
        { """var p = new V1Pod { Spec = new() { Containers = [new() { Name = "a" }] } }; foreach (var c in p.Spec.Containers) { c.SecurityContext = new() { Privileged = true }; } return p;""", ["ISM2001 true"] },
        { """return Pod(new V1Container { Name = "a", SecurityContext = new() { Capabilities = new V1Capabilities { Add = ["SYS_MODULE"] } } });""", ["ISM2001 \"SYS_MODULE\""] },
        { """return Pod(new V1Container { Name = "a", SecurityContext = new() { Capabilities = new V1Capabilities { Add = new List<string> { "SYS_MODULE" } } } });""", ["ISM2001 \"SYS_MODULE\""] },
        { """return new V1Pod { Spec = new V1PodSpec { HostPID = true, Containers = [] } };""", ["ISM2001 true"] },
        { """return Pod(new V1Container { Name = "a", SecurityContext = new() { Privileged = false } });""", [] },
    };

    [Theory]
    [MemberData(nameof(Weakenings))]
    public async Task A_setting_that_weakens_is_found_where_it_is_written(string body, string[] findings)
    {
        var code = Method(body).Replace("public static class Deploy\n{", "public static class Deploy\n{\n    private static V1Pod Pod(V1Container container) => new V1Pod { Spec = new V1PodSpec { Containers = [container] } };\n", StringComparison.Ordinal);
        var test = new CodeTest(Libraries.KubernetesClient).Needs("level:medium");
        Assert.Equal(findings, (await test.Findings(code)).Where(finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Needs_stand_in_annotations_as_in_files()
    {
        var code = Method("""
            return new V1Pod
            {
                Metadata = new V1ObjectMeta { Name = "web", Annotations = new Dictionary<string, string> { ["isolationmodel.dev/needs"] = "untrusted-cod" } },
                Spec = new V1PodSpec { Containers = [] },
            };
            """);
        Assert.Equal(["ISM1101 untrusted-cod"], await new CodeTest(Libraries.KubernetesClient).Findings(code));
    }

    [Fact]
    public async Task Without_needs_nothing_is_told() =>
        Assert.Empty(await new CodeTest(Libraries.KubernetesClient).Findings(Method("""return new V1Pod { Spec = new V1PodSpec { Containers = [new() { SecurityContext = new() { Privileged = true } }] } };""")));

    [Fact]
    public async Task A_misspelt_need_of_the_project_is_told_once_also_without_descriptor_files()
    {
        var code = Method("""var one = new V1Pod { Spec = new V1PodSpec { Containers = [] } }; return new[] { one, new V1Pod { Spec = new V1PodSpec { Containers = [] } } };""");
        var diagnostic = Assert.Single(await new CodeTest(Libraries.KubernetesClient).Needs("untrusted-cod").Diagnostics(code));
        Assert.Equal("ISM1101", diagnostic.Id);
        Assert.Equal(Microsoft.CodeAnalysis.Location.None, diagnostic.Location);
    }

    [Fact]
    public async Task A_pragma_suppresses()
    {
        var code = Method("""
            #pragma warning disable ISM1001
                    return new V1Pod { Spec = new V1PodSpec { Containers = [] } };
            #pragma warning restore ISM1001
            """);
        Assert.Empty((await Untrusted.Diagnostics(code)).Where(diagnostic => !diagnostic.IsSuppressed));
    }
}
