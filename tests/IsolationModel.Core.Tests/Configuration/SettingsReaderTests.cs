using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Rules;

namespace IsolationModel.Core.Tests.Configuration;

public sealed class SettingsReaderTests
{
    private static RuleDescriptor Rule(string id) => RuleSet.All.Single(rule => rule.Id == id);

    private static IsolationSettings Read(string text, string path = "isolation.json")
    {
        var (settings, findings) = SettingsReader.Read(path, text);
        Assert.Empty(findings);
        return settings;
    }

    [Fact]
    public void A_mistake_costs_its_own_key_only()
    {
        var (settings, findings) = SettingsReader.Read("isolation.json", "{ \"level\": 1, \"needs\": [\"gpu\", 2], \"exclude\": [\"{a}\", \"b\"], \"failOn\": \"loud\", \"models\": [\"m.json\"] }");
        Assert.Equal(4, findings.Count);
        Assert.All(findings, finding => Assert.Equal(SettingsRules.WrongShape, finding.Rule));
        Assert.Equal("gpu", Assert.Single(settings.Needs).Text);
        Assert.Equal("b", Assert.Single(settings.Exclude).Written.Text);
        Assert.Equal("m.json", Assert.Single(settings.Models).Text);
        Assert.Null(settings.FailOn);
    }

    [Theory]
    [InlineData("{ \"level\": \"high\" /* open")]
    [InlineData("{ \"level\" \"high\" }")]
    [InlineData("")]
    [InlineData("{,}")]
    [InlineData("{ \"needs\": [,] }")]
    public void What_is_no_json_is_told_once(string text) =>
        Assert.Equal(SettingsRules.NotJson, Assert.Single(SettingsReader.Read("isolation.json", text).Findings).Rule);

    [Theory]
    [InlineData("ISM2001", "a.yaml", ConfiguredSeverity.Info)]
    [InlineData("ISM2002", "a.yaml", ConfiguredSeverity.Error)]
    [InlineData("ISM1001", "a.yaml", ConfiguredSeverity.Warning)]
    [InlineData("ISM1001", "x/a.yaml", ConfiguredSeverity.None)]
    [InlineData("ISM2001", "x/a.yaml", ConfiguredSeverity.None)]
    [InlineData("ISM2001", "x/y/a.yaml", ConfiguredSeverity.Error)]
    [InlineData("ISM1001", "x/y/a.yaml", ConfiguredSeverity.None)]
    [InlineData("ISM1001", "/elsewhere/x/a.yaml", ConfiguredSeverity.Warning)]
    [InlineData("ISM0001", "x/a.yaml", null)]
    public void The_most_specific_entry_counts_and_of_overrides_the_last(string rule, string file, ConfiguredSeverity? expected)
    {
        var settings = Read("""
            {
              "severity": { "*": "warning", "weakening": "error", "ISM2001": "info" },
              "overrides": [
                { "paths": ["x"], "severity": { "*": "none" } },
                { "paths": ["x/y"], "severity": { "weakening": "error" } }
              ]
            }
            """);
        Assert.Equal(expected, settings.SeverityOf(Rule(rule), file)?.Severity);
    }

    [Theory]
    [InlineData("/repo/isolation.json", "", "/repo/legacy/a.yaml", true)]
    [InlineData("/repo/isolation.json", "/repo/deploy", "../legacy/a.yaml", true)]
    [InlineData("/repo/isolation.json", "/repo/legacy", "a.yaml", true)]
    [InlineData("/repo/isolation.json", "/other/legacy", "a.yaml", false)]
    [InlineData("C:\\repo\\isolation.json", "", "c:\\repo\\legacy\\a.yaml", true)]
    [InlineData("isolation.json", "", "legacy/a.yaml", true)]
    [InlineData("isolation.json", "", "../legacy/a.yaml", false)]
    [InlineData("/isolation.json", "", "/legacy/a.yaml", true)]
    public void Patterns_are_seen_from_the_folder_of_the_file(string path, string workingFolder, string file, bool expected)
    {
        var settings = SettingsReader.Read(path, "{ \"exclude\": [\"/legacy\"] }", workingFolder: workingFolder).Settings;
        Assert.Equal(expected, settings.Excludes(file));
    }

    [Fact]
    public void An_overlay_is_listed_by_its_path()
    {
        var settings = Read("{ \"models\": [\"../shared/./a.isolation.json\"] }", "/repo/app/isolation.json");
        Assert.True(settings.ListsModel("/repo/shared/a.isolation.json"));
        Assert.False(settings.ListsModel("/repo/app/a.isolation.json"));
    }

    [Fact]
    public void Names_that_the_model_does_not_know_are_told_where_they_stand()
    {
        var settings = Read("{\n  \"needs\": [\"gpu, gpuu\"],\n  \"overrides\": [{ \"paths\": [\"a\"], \"scenario\": \"server-less\" }],\n  \"nodes\": { \"seccompDefault\": true, \"seccomp\": true }\n}");
        var findings = SettingsCheck.Of(settings, new ModelIndex(BuiltInModel.Definition));
        Assert.Equal([(2, 19), (3, 48), (4, 38)], findings.Select(finding => (finding.Start.Line, finding.Start.Column)));
        Assert.All(findings, finding => Assert.Equal(SettingsRules.UnknownName, finding.Rule));
    }

    /// <summary>An overlay of an organisation must not be overruled from the side.</summary>
    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, false, "ISM0204")]
    public void A_node_fact_that_an_overlay_declares_stands(bool written, bool agrees, string? rule)
    {
        var declared = BuiltInModel.Definition with { NodeDeclarations = new EquatableArray<NodeFactDeclaration>([new NodeFactDeclaration("seccompDefault", true)]) };
        var model = new ModelIndex(declared);
        var settings = Read($"{{ \"nodes\": {{ \"seccompDefault\": {(written ? "true" : "false")} }} }}");
        Assert.Equal(agrees, SettingsCheck.Of(settings, model).Count == 0);
        Assert.Equal(rule, SettingsCheck.Of(settings, model) is [var first, ..] ? first.Rule.Id : null);
        Assert.True(SettingsCheck.Apply(settings, model).DeclaredFact("seccompDefault"));
    }

    /// <summary>A cluster judges by the newest policy that it knows, whatever is asked for.</summary>
    [Theory]
    [InlineData("pod-security:restricted", 30)]
    [InlineData("pod-security:restricted@latest", 30)]
    [InlineData("pod-security:restricted@v1.35", 30)]
    [InlineData("pod-security:restricted@v1.25", 25)]
    public void A_policy_is_not_newer_than_the_cluster(string need, int minor)
    {
        var model = SettingsCheck.Apply(Read("{ \"kubernetesVersion\": \"1.30\" }"), new ModelIndex(BuiltInModel.Definition));
        var needs = NeedSet.Combine(model, [Workloads.NeedDeclaration.ForRun(Workloads.NeedCarrier.Needs, need)]);
        Assert.Equal(new PodSecurityVersion(minor), Assert.Single(needs.Needs).PodSecurity!.Value.Version);
    }
}
