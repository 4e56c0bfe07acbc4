using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Workloads that code describes with the product's own type.</summary>
public sealed class WorkloadDescriptorTests
{
    private static CodeTest Test => new(Libraries.Sdk);

    private static string Method(string body, string attributes = "", string around = "") => $$"""
        using System.Collections.Generic;
        using IsolationModel;
        {{around}}
        public static class Deploy
        {
            {{attributes}}
            public static object Make(bool isDebug, string given, PodSettings other, Technology technology)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static string Descriptor(string members) => $"return new WorkloadDescriptor(\"w\") {{ {members} }};";

    /// <summary>How code can say that runc runs what needs a sandbox.</summary>
    public static TheoryData<string> WaysToSayIt() =>
    [
        "return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Need.Of(Threats.UntrustedCode) };",
        "WorkloadDescriptor d = new(\"w\") { Technology = Technologies.Runc, Needs = Need.Of(Threats.UntrustedCode) }; return d;",
        "var d = new WorkloadDescriptor(\"w\"); d.Technology = Technologies.Runc; d.Needs = Need.Of(Threats.UntrustedCode); return d;",
        "var t = Technologies.Runc; return new WorkloadDescriptor(\"w\") { Technology = t, Needs = Need.Of(Threats.UntrustedCode) };",
        "var d = new WorkloadDescriptor(\"w\") { Technology = Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode) }; d.Technology = Technologies.Runc; return d;",
        "var n = Need.Of(Threats.UntrustedCode); return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = n };",
        "return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Need.Of().Against(Threats.UntrustedCode) };",
        "return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Need.Parse(\"untrusted-code\") };",
        "return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Need.Parse(NeedTokens.UntrustedCode) };",
        "return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Model.BuiltIn.ParseNeed(\"untrusted-code\") };",
        "return new WorkloadDescriptor(\"w\") { Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode) };",
        "return new WorkloadDescriptor(\"w\") { Needs = Need.Of(Threats.UntrustedCode).On(Platforms.Kubernetes) };",
        "Threat[] threats = { Threats.UntrustedCode }; return new WorkloadDescriptor(\"w\") { Technology = Technologies.Runc, Needs = Need.Of().Against(threats) };",
    ];

    [Theory]
    [MemberData(nameof(WaysToSayIt))]
    public async Task A_technology_that_fails_a_need_is_told_however_code_says_it(string body) =>
        Assert.Equal("ISM1001", Assert.Single(await Test.Diagnostics(Method(body))).Id);

    [Theory]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Threats.UntrustedCode)", "ISM1001 Technologies.Runc")]
    [InlineData("Technology = Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode)")]
    [InlineData("Technology = technology, Needs = Need.Of(Threats.UntrustedCode)", "ISM1502 technology")]
    [InlineData("Technology = isDebug ? Technologies.Runc : Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode)", "ISM1502 isDebug ? Technologies.Runc : Technologies.GVisor")]
    [InlineData("Runtime = \"gvisor\", Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode)", "ISM1501 \"gvisor\"")]
    [InlineData("Runtime = given, Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode)", "ISM1502 given")]
    [InlineData("Technology = Technologies.GVisor, Runtime = \"runsc\", Needs = Need.Of(Threats.UntrustedCode)", "ISM2003 \"runsc\"")]
    [InlineData("Needs = Need.Of(Threats.UntrustedCode)", "ISM1502 WorkloadDescriptor")]
    [InlineData("Technology = Technologies.Kata, Needs = Need.Of(Levels.VeryHigh), Settings = new PodSettings { HostPaths = { \"/\" } }", "ISM1501 \"/\"")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Privileged = true }", "ISM2001 true")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Seccomp = SeccompSetting.Unconfined }", "ISM2001 SeccompSetting.Unconfined")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Privileged = isDebug, Seccomp = SeccompSetting.RuntimeDefault }", "ISM1501 isDebug")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = other", "ISM1501 other")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Node = new NodeFacts { SeccompDefault = false } }", "ISM2001 new PodSettings { Node = new NodeFacts { SeccompDefault = false } }")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { AddedCapabilities = { \"NET_BIND_SERVICE\", \"SYS_MODULE\" } }", "ISM2001 \"SYS_MODULE\"")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { AddedCapabilities = new List<string> { \"SYS_MODULE\" } }", "ISM2001 \"SYS_MODULE\"")]
    [InlineData("Technology = Technologies.Kata, Needs = Need.Of(Levels.VeryHigh), Settings = new PodSettings { Privileged = true, Node = new NodeFacts { PrivilegedWithoutHostDevices = true } }")]
    [InlineData("Technology = Technologies.Kata, Needs = Need.Of(Levels.VeryHigh), Settings = new PodSettings { Privileged = true }", "ISM1501 true")]
    [InlineData("Technology = Technologies.GVisor, Needs = Need.Of().Require(Attributes.Boundary.AtLeast(Boundary.HardwareVm))", "ISM1001 Technologies.GVisor")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Of(PodSecurity.Restricted)", "ISM1503 WorkloadDescriptor")]
    [InlineData("Technology = Technologies.Runc", "ISM3004 WorkloadDescriptor")]
    [InlineData("Technology = technology")]
    [InlineData("Technology = Technologies.Runc, Needs = Need.Parse(given)")]
    public async Task What_is_constant_is_judged_at_its_place_and_what_is_not_is_never_guessed(string members, params string[] findings) =>
        Assert.Equal(findings, await Test.Findings(Method(Descriptor(members))));

    [Theory]
    [InlineData("d.Settings.Privileged = true;", "ISM2001 true")]
    [InlineData("d.Settings.AddedCapabilities.Add(\"SYS_MODULE\");", "ISM2001 \"SYS_MODULE\"")]
    [InlineData("d.Settings.HostPaths.Add(given);", "ISM1501 HostPaths")]
    [InlineData("if (isDebug) { d.Settings.Privileged = true; }", "ISM1501 d.Settings.Privileged = true")]
    [InlineData("d.Settings = new PodSettings { Privileged = true };", "ISM2001 true")]
    [InlineData("d.Technology = Technologies.GVisor;", "ISM2003 SeccompSetting.RuntimeDefault")]
    public async Task Later_assignments_of_the_same_method_count(string statement, params string[] findings)
    {
        var body = $"var d = new WorkloadDescriptor(\"w\") {{ Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings {{ Seccomp = SeccompSetting.RuntimeDefault }} }}; {statement} return d;";
        Assert.Equal(findings, await Test.Findings(Method(body)));
    }

    [Fact]
    public async Task A_static_field_is_judged_too()
    {
        var code = """
            using IsolationModel;
            public static class Deploy
            {
                public static readonly WorkloadDescriptor Payments = new WorkloadDescriptor("payments") { Technology = Technologies.Docker, Needs = Need.Of(Threats.UntrustedCode) };
            }
            """;
        Assert.StartsWith("ISM1001 WorkloadDescriptor payments needs 'untrusted-code'", Assert.Single(await Test.Messages(code)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[RequiresIsolation(\"untrusted-code\")]", "")]
    [InlineData("", "[RequiresIsolation(\"untrusted-code\")]")]
    [InlineData("", "[assembly: IsolationNeeds(\"untrusted-code\")]")]
    [InlineData("", "[assembly: IsolationNeeds(Level = \"high\")]")]
    [InlineData("[RequiresIsolation(\"\", Level = \"high\")]", "")]
    public async Task Needs_of_attributes_reach_the_descriptors_below_them(string ofMethod, string around) =>
        Assert.Contains("ISM1001 Technologies.Runc", await Test.Findings(Method(Descriptor("Technology = Technologies.Runc"), ofMethod, around)));

    [Fact]
    public async Task Needs_of_attributes_reach_what_other_libraries_describe()
    {
        var code = """
            using IsolationModel;
            using k8s.Models;
            public static class Deploy
            {
                [RequiresIsolation("untrusted-code")]
                public static object Judged() => new V1PodSpec { Containers = [], RuntimeClassName = "runc" };

                public static object Other() => new V1PodSpec { Containers = [], RuntimeClassName = "runc" };
            }
            """;
        var test = new CodeTest([Libraries.KubernetesClient, .. Libraries.Sdk]).WithFile("class.yaml", MarkupTest.RuntimeClass("runc", "runc"));
        Assert.Equal("ISM1001", Assert.Single(await test.Diagnostics(code)).Id);
    }

    [Fact]
    public async Task Needs_of_the_assembly_reach_the_descriptor_files_of_the_project()
    {
        var findings = await Test.WithFile("pod.yaml", MarkupTest.Pod("team: a")).Findings("[assembly: IsolationModel.IsolationNeeds(\"untrusted-code\")]");
        Assert.Equal(["ISM1001 pod.yaml"], findings);
    }

    [Theory]
    [InlineData("[RequiresIsolation(\"untrusted-cod\")]", "ISM1101 untrusted-cod")]
    [InlineData("[RequiresIsolation(\"level:high, untrusted-cod\")]", "ISM1101 untrusted-cod")]
    [InlineData("[RequiresIsolation(@\"untrusted-cod\")]", "ISM1101 untrusted-cod")]
    [InlineData("[RequiresIsolation(Level = \"hihg\")]", "ISM1101 hihg")]
    [InlineData("[RequiresIsolation(\"\")]", "ISM3005 RequiresIsolation(\"\")")]
    [InlineData("[RequiresIsolation]", "ISM3005 RequiresIsolation")]
    [InlineData("[RequiresIsolation(\"untrusted-code\")]")]
    public async Task What_an_attribute_says_must_be_understood_whether_or_not_a_descriptor_is_below(string attribute, params string[] findings) =>
        Assert.Equal(findings, await Test.Findings(Method("return 1;", attribute)));

    [Fact]
    public async Task A_misspelt_need_of_the_assembly_is_told_once_where_it_stands()
    {
        var code = Method(Descriptor("Technology = Technologies.Runc"), string.Empty, "[assembly: IsolationNeeds(\"untrusted-cod\")]");
        Assert.Equal(["ISM1101 untrusted-cod"], await Test.WithFile("pod.yaml", MarkupTest.Pod("team: a")).Findings(code));
    }

    [Fact]
    public async Task A_nearer_weaker_level_has_no_effect_unless_it_is_accepted()
    {
        var weaker = Method(Descriptor("Technology = Technologies.GVisor"), "[RequiresIsolation(\"level:low\")]", "[RequiresIsolation(\"level:high\")]");
        Assert.Equal(["ISM1102 level:low"], await Test.Findings(weaker));
        var accepted = weaker.Replace("level:low\")", "level:low\", AcceptWeaker = \"only a demo\")", StringComparison.Ordinal).Replace("GVisor", "Runc", StringComparison.Ordinal);
        Assert.Empty(await Test.Findings(accepted));
    }

    [Theory]
    [InlineData("return Technologies.Find(\"gvisr\");", "ISM3001 \"gvisr\"")]
    [InlineData("return Technologies.Find(\"gvisor\");", "ISM3003 \"gvisor\"")]
    [InlineData("return Platforms.Find(\"kubernets\");", "ISM3001 \"kubernets\"")]
    [InlineData("return Model.BuiltIn.Find(\"nothing-such\");", "ISM3001 \"nothing-such\"")]
    [InlineData("return Technologies.Find(given);")]
    [InlineData("return Model.Parse(given).Find(\"nothing-such\");")]
    [InlineData("return Need.Parse(\"untrusted-cod, level:high\");", "ISM3002 untrusted-cod")]
    [InlineData("return Need.Parse(\"untrusted-code\");")]
    [InlineData("return new List<string>().Find(item => item == \"x\");")]
    public async Task Constant_texts_that_the_library_takes_are_checked(string body, params string[] findings) => Assert.Equal(findings, await Test.Findings(Method(body)));
}
