using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Each rule about workloads, once, on the exact characters.</summary>
public sealed class WorkloadRuleTests
{
    private const string Untrusted = "isolationmodel.dev/needs: untrusted-code";

    /// <summary>Bans what the class <c>old</c> stands for; other workloads do not notice.</summary>
    private static readonly string Ban = Overlay(
        "\"names\": { \"runtimeClass\": { \"old\": { \"technology\": \"youki\" } } }, \"forbidden\": { \"youki\": { \"reason\": \"Nobody patches it.\", \"until\": \"2030-12-31\" } }");

    public static TheoryData<string, string> Descriptors => new()
    {
        {
            "ISM1001",
            Documents(
                Pod("isolationmodel.dev/level: high", "runtimeClassName: {|ISM1001:plain|}"),
                RuntimeClass("plain", "runc"))
        },
        { "ISM1001", Pod("isolationmodel.dev/level: high").Replace("spec:", "{|ISM1001:spec|}:", StringComparison.Ordinal) },
        { "ISM1002", Pod("team: platform", "runtimeClassName: {|ISM1002:old|}") },
        {
            "ISM1003",
            Documents(
                Pod("isolationmodel.dev/level: high", "runtimeClassName: machine\n  hostNetwork: {|ISM1003:true|}"),
                RuntimeClass("machine", "kata-qemu"))
        },
        { "ISM1004", Pod("isolationmodel.dev/level: low", "hostPID: true\n  shareProcessNamespace: {|ISM1004:true|}") },
        {
            "ISM1005",
            Documents(
                Pod("io.kubernetes.cri.untrusted-workload: {|ISM1005:\"true\"|}", "runtimeClassName: sandboxed"),
                RuntimeClass("sandboxed", "runsc"))
        },
        {
            "ISM1006",
            Documents(
                Pod("isolationmodel.dev/level: low", "runtimeClassName: vm\n  nodeSelector: { {|ISM1006:sandbox.gke.io/runtime|}: gvisor }"),
                RuntimeClass("vm", "kata-qemu"))
        },
        { "ISM1101", Pod("isolationmodel.dev/needs: \"{|ISM1101:untrusted-cod|}\"") },
        {
            "ISM1102",
            Documents(
                """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  annotations:
                    isolationmodel.dev/level: high

                """.ReplaceLineEndings("\n"),
                Pod("isolationmodel.dev/level: {|ISM1102:low|}", "runtimeClassName: kata"),
                RuntimeClass("kata", "kata-qemu"))
        },
        { "ISM1501", Pod(Untrusted, "runtimeClassName: {|ISM1501:gvisor|}") },
        { "ISM1502", Pod(Untrusted, "runtimeClassName: {|ISM1502:fort-knox|}") },
        { "ISM1503", Pod("isolationmodel.dev/needs: pod-security:baseline", "hostPID: {|ISM1503:${PID}|}") },
        { "ISM2001", Pod("isolationmodel.dev/level: medium", "hostPID: {|ISM2001:true|}") },
        { "ISM2002", Pod("isolationmodel.dev/needs: pod-security:baseline", "hostPID: {|ISM2002:true|}") },
        { "ISM2003", Pod("isolationmodel.dev/level: low", "securityContext: { {|ISM2003:privileged|}: true }") },
        {
            "ISM2004",
            Pod("isolationmodel.dev/level: low").Replace(
                "image: shop/api:1", "image: shop/api:1\n      securityContext: { capabilities: { drop: [ {|ISM2004:all|} ] } }", StringComparison.Ordinal)
        },
    };

    [Theory]
    [MemberData(nameof(Descriptors))]
    public async Task A_rule_is_reported_on_the_characters_that_it_is_about(string rule, string text)
    {
        Assert.Contains("{|" + rule, text, StringComparison.Ordinal);
        await new MarkupTest(("/0/deploy.yaml", text), ("/0/contoso.isolation.json", Ban)).Check();
    }

    [Theory]
    [InlineData("2030-12-31", "{|ISM1002:old|}")]
    [InlineData("2031-01-01", "old")]
    [InlineData("tomorrow", "{|ISM1002:old|}")]
    public Task The_build_says_for_which_day_bans_are_judged(string day, string name) =>
        new MarkupTest(("/0/deploy.yaml", Pod("team: platform", $"runtimeClassName: {name}")), ("/0/contoso.isolation.json", Ban))
            .WithConfig($"is_global = true\nbuild_property.IsolationModelDay = {day}\n")
            .Check();

    [Fact]
    public void No_rule_about_workloads_is_left_out()
    {
        var shown = Descriptors.Select(row => row.Data.Item1).Distinct();
        // What is about the use of the library alone, or about code that publishes (AspireTests), is shown with code.
        Assert.Equal(RuleSet.WorkloadRules.Where(rule => rule.Descriptor.Category != Findings.RuleCategory.Usage && rule.Descriptor.Id is not ("ISM1009" or "ISM1505")).Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public async Task The_message_tells_need_constraint_runtime_and_alternatives_and_has_no_final_period()
    {
        var line = Assert.Single(await new AnalyzerRun().With("api.yaml", Pod("isolationmodel.dev/level: high")).Lines());
        Assert.StartsWith(
            "api.yaml(8,1-8,5): warning ISM1001: Pod shop/api needs 'level:high', which requires boundary at least software-sandbox, but runs on runc (the default, since runtimeClassName is not set)",
            line,
            StringComparison.Ordinal);
        Assert.Contains("suitable: gVisor", line, StringComparison.Ordinal);
        Assert.DoesNotMatch("[.\n]$", line);
    }

    [Fact]
    public async Task What_a_program_may_want_to_know_is_in_the_properties()
    {
        var diagnostic = Assert.Single(await new AnalyzerRun().With("api.yaml", Pod("isolationmodel.dev/level: high")).Diagnostics());
        Assert.Equal("level:high", diagnostic.Properties["need"]);
        Assert.Equal("runc", diagnostic.Properties["technology"]);
        Assert.StartsWith("gvisor,kata", diagnostic.Properties["alternatives"], StringComparison.Ordinal);
        Assert.EndsWith("/analyzers/docs/rules/ISM1001.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal("Isolation.Suitability", diagnostic.Descriptor.Category);
        Assert.Contains("RuntimeFailsNeed", diagnostic.Descriptor.CustomTags);
    }

    [Fact]
    public async Task The_declaration_and_the_runtime_class_are_additional_locations()
    {
        var run = new AnalyzerRun()
            .With("api.yaml", Pod("isolationmodel.dev/level: high", "runtimeClassName: plain"))
            .With("classes.yaml", RuntimeClass("plain", "runc"));
        var diagnostic = Assert.Single(await run.Diagnostics());
        Assert.Equal(["api.yaml 6,30 [110..114)", "classes.yaml 4,9 [79..83)"], diagnostic.AdditionalLocations.Select(Show));

        static string Show(Location place) => $"{Path.GetFileName(place.GetLineSpan().Path)} {place.GetLineSpan().StartLinePosition} {place.SourceSpan}";
    }
}
