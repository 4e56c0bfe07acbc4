using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.Descriptors;
using static IsolationModel.Analyzers.Tests.Support.MarkupTest;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Which additional files are judged.</summary>
public sealed class InputFilesTests
{
    private const string Bad = "key: [unclosed\n";

    [Fact]
    public async Task No_additional_files_no_findings() => Assert.Empty(await new AnalyzerRun().Lines());

    [Fact]
    public async Task Files_of_other_tools_are_left_alone()
    {
        var run = new AnalyzerRun()
            .With("stylecop.json", "{ \"settings\": {} }")
            .With("notes.txt", "apiVersion: v1")
            .With("workflow.yml", "on: push\njobs: {}\n");
        Assert.Empty(await run.Lines());
    }

    [Fact]
    public void Without_metadata_names_decide()
    {
        var input = InputFiles.Of(new AnalyzerRun().With("b.yml", "").With("a.YAML", "").With("c.k8s.json", "").With("d.json", "").With("e.isolation.json", "").With("f.cs.txt", "").Options());
        Assert.Equal(["a.YAML", "b.yml", "c.k8s.json", "d.json"], input.Descriptors.Select(file => Path.GetFileName(file.Text.Path)));
        Assert.Equal(
            [DescriptorExpectation.Expected, DescriptorExpectation.Expected, DescriptorExpectation.Expected, DescriptorExpectation.Found],
            input.Descriptors.Select(file => file.Expectation));
        Assert.Equal(["e.isolation.json"], input.Overlays.Select(file => Path.GetFileName(file.Path)));
    }

    [Fact]
    public void With_metadata_only_metadata_decides()
    {
        var input = InputFiles.Of(new AnalyzerRun()
            .With("a.yaml", "").WithMetadata("a.yaml", string.Empty)
            .With("b.isolation.json", "").WithMetadata("b.isolation.json", string.Empty)
            .With("c.manifest", "").WithMetadata("c.manifest", "descriptor")
            .With("d.manifest", "").WithMetadata("d.manifest", "Descriptor", isExplicit: true)
            .With("e.yaml", "").WithMetadata("e.yaml", "descriptor")
            .Options());
        Assert.Equal(
            [("c.manifest", DescriptorExpectation.Found), ("d.manifest", DescriptorExpectation.Expected), ("e.yaml", DescriptorExpectation.Expected)],
            input.Descriptors.Select(file => (Path.GetFileName(file.Text.Path), file.Expectation)));
        Assert.Empty(input.Overlays);
    }

    [Fact]
    public async Task An_unreadable_file_is_told_only_where_a_descriptor_is_expected()
    {
        var run = new AnalyzerRun()
            .With("found.manifest", Bad).WithMetadata("found.manifest", "descriptor")
            .With("named.manifest", Bad).WithMetadata("named.manifest", "descriptor", isExplicit: true);
        var place = Assert.Single(await run.Places());
        Assert.StartsWith("named.manifest(", place, StringComparison.Ordinal);
        Assert.EndsWith("warning ISM9006", place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_reaches_the_analyzer_from_a_global_config_file()
    {
        var config = "is_global = true\n[/0/listed.yaml]\nbuild_metadata.AdditionalFiles.IsolationKind = descriptor\n[/0/other.yaml]\nbuild_metadata.AdditionalFiles.IsolationKind =\n";
        await new MarkupTest(
            ("/0/listed.yaml", Pod("isolationmodel.dev/level: high").Replace("spec:", "{|ISM1001:spec|}:", StringComparison.Ordinal)),
            ("/0/other.yaml", Pod("isolationmodel.dev/level: high"))).WithConfig(config).Check();
    }
}
