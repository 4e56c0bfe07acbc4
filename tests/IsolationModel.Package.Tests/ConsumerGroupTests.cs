using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Real builds of projects of many shapes: each finding exactly once, in the right project, and nothing else.</summary>
[Collection(SharedBuild.Name)]
public sealed class ConsumerGroupTests(ConsumerGroup group)
{
    [Fact]
    public void A_folder_beside_two_projects_is_judged_once_by_the_project_that_takes_it_in()
    {
        Assert.Equal(
            ["TwoProjects/deploy/base/worker.yaml(7,1): warning ISM1001 [App]", "TwoProjects/deploy/web.yaml(7,1): warning ISM1001 [App]"],
            group.Of("App"));
        Assert.Equal(["TwoProjects/src/Lib/queue.k8s.yaml(7,1): warning ISM1001 [Lib]"], group.Of("Lib"));
    }

    [Fact]
    public void Severities_beside_the_sources_count_for_the_descriptors_there()
    {
        Assert.True(File.Exists(Path.Combine(group.Consumer.Folder, "TwoProjects/deploy/quiet/accepted.yaml")));
        Assert.DoesNotContain(group.Of("App"), line => line.Contains("accepted.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_files_of_a_nested_project_are_its_own_business()
    {
        Assert.Equal(["Nested/outer.yaml(7,1): warning ISM1001 [Outer]"], group.Of("Outer"));
        Assert.Equal(["Nested/Inner/deploy/inner.yaml(7,1): warning ISM1001 [Inner]"], group.Of("Inner"));
    }

    [Fact]
    public void A_project_with_several_target_frameworks_judges_its_files_once() => Assert.Equal(
        ["MultiTargeting/deploy/api.yaml(7,1): warning ISM1001 [MultiTargeting::net8.0]", "MultiTargeting/other/listed.yaml(7,1): warning ISM1001 [MultiTargeting::net8.0]"],
        group.Of("MultiTargeting"));

    [Theory]
    [InlineData("LowerOnly", "LOWER1")]
    [InlineData("HigherOnly", "HIGHER1")]
    [InlineData("ForeignAnalyzers", "HIGHER1", "LOWER1")]
    public void Analyzers_with_other_versions_of_the_same_library_leave_each_other_alone(string project, params string[] others) => Assert.Equal(
        [.. others.Select(other => $"{project}/api.yaml(1,1): warning {other} [{project}]"), $"{project}/api.yaml(7,1): warning ISM1001 [{project}]"],
        group.Of(project));

    [Fact]
    public async Task An_old_language_version_uses_the_built_in_model_and_an_overlay()
    {
        Assert.Empty(group.Of("OldLanguage"));
        Assert.Equal(
            ["gVisor is a sandbox: True", "runc is a sandbox: False", "Contoso Vault is a virtual machine: True"],
            await group.Consumer.RunAsync("OldLanguage/bin/Debug/net10.0/OldLanguage.dll"));
        Assert.True(File.Exists(Path.Combine(group.Consumer.Folder, "OldLanguage/bin/Debug/netstandard2.0/OldLanguage.dll")));
    }

    [Fact]
    public void Severities_can_be_set_by_the_ways_that_are_documented() => Assert.Equal(
        ["Severities/deploy/api.yaml(7,1): warning ISM1001 [Severities]", "Severities/deploy/likely.yaml(8,21): warning ISM1501 [Severities]"],
        group.Of("Severities"));

    [Fact]
    public void Needs_of_the_project_reach_its_workloads_and_misspelt_ones_are_told_once()
    {
        Assert.Equal(
            ["CSC: error ISM1101 [ProjectNeeds]", "ProjectNeeds/api.yaml(7,1): warning ISM1001 [ProjectNeeds]", "ProjectNeeds/api.yaml(7,1): warning ISM1001 [ProjectNeeds]"],
            group.Of("ProjectNeeds"));
    }

    [Fact]
    public void A_broken_file_costs_itself_only() => Assert.Equal(
        [
            "BrokenFiles/cycle.yaml(3,11): warning ISM9005 [BrokenFiles]",
            "BrokenFiles/deep.yaml(1,268): warning ISM9004 [BrokenFiles]",
            "BrokenFiles/good.yaml(7,1): warning ISM1001 [BrokenFiles]",
            "BrokenFiles/large.yaml(1,1): warning ISM9002 [BrokenFiles]",
            "BrokenFiles/latin1.yaml(4,9): warning ISM9003 [BrokenFiles]",
            "BrokenFiles/nul.yaml(3,1): warning ISM9003 [BrokenFiles]",
            "BrokenFiles/template.yaml(2,1): warning ISM9007 [BrokenFiles]",
            "BrokenFiles/truncated.isolation.json(1,37): error ISM0001 [BrokenFiles]",
            "BrokenFiles/utf16.yaml(3,11): warning ISM9006 [BrokenFiles]",
        ],
        group.Of("BrokenFiles"));

    [Fact]
    public void Nothing_is_told_outside_of_a_project() =>
        Assert.DoesNotContain(group.Log.Diagnostics, static line => line.EndsWith("[]", StringComparison.Ordinal) || line.Contains("[Group", StringComparison.Ordinal));
}
