using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace IsolationModel.Generators.Tests;

/// <summary>What is done again after which edit. The editor runs the generator at every keystroke.</summary>
public sealed class CachingTests
{
    private const string ModelFile = "ContosoModel.g.cs";
    private const string SandboxFile = "ContosoTechnologies.contoso-sandbox.g.cs";

    private static readonly OverlayText Overlay = new("/shop/contoso.isolation.json", Samples.Contoso);

    [Fact]
    public void An_edit_of_unrelated_code_runs_nothing_again()
    {
        var project = Ready();

        var result = project.EditCSharp("class Program { static void Main() { System.Console.WriteLine(); } }").Run();

        Assert.All(Steps.All, step => Assert.All(Steps.Reasons(result, step), reason => Assert.Equal(Cached, reason)));
        Assert.All(Steps.OutputReasons(result), reason => Assert.Equal(Cached, reason));
    }

    [Theory]
    [MemberData(nameof(EditsWithoutMeaning))]
    public void An_edit_without_meaning_leaves_the_model_unchanged_and_writes_nothing(string edited)
    {
        var project = Ready();

        var result = project.Replace(Overlay, new OverlayText(Overlay.Path, edited)).Run();

        Assert.Equal([Modified], Steps.Reasons(result, TrackingNames.Files));
        Assert.Equal([Unchanged], Steps.Reasons(result, TrackingNames.Reading));
        Assert.Equal([Cached], Steps.Reasons(result, TrackingNames.Model));
        Assert.All(Steps.Reasons(result, TrackingNames.Units), reason => Assert.Equal(Cached, reason));
        Assert.All(Steps.OutputReasons(result), reason => Assert.Equal(Cached, reason));
    }

    public static TheoryData<string> EditsWithoutMeaning => new(
        "\n\n" + Samples.Contoso,
        Samples.Contoso.Replace("\n", "\r\n", StringComparison.Ordinal),
        Samples.Contoso.Replace("  ", "\t", StringComparison.Ordinal),
        Samples.Contoso + "\n");

    [Fact]
    public void An_edit_of_one_technology_writes_that_one_and_the_model()
    {
        var project = Ready();

        var result = project.Replace(Overlay, Edited("\"typical\": \"80 ms\"", "\"typical\": \"90 ms\"")).Run();

        Assert.Equal([ModelFile, SandboxFile], Steps.Rewritten(result));
    }

    [Fact]
    public void An_edit_of_an_overridden_value_writes_the_overridden_technology_and_the_model()
    {
        var project = Ready();

        var result = project.Replace(Overlay, Edited("\"typical\": \"250 ms\"", "\"typical\": \"260 ms\"")).Run();

        Assert.Equal([ModelFile, "ContosoTechnologies.gvisor.g.cs"], Steps.Rewritten(result));
    }

    [Fact]
    public void An_edit_of_a_level_writes_its_scale_and_the_attributes()
    {
        var project = Ready();

        var result = project.Replace(Overlay, Edited("Nobody else looked at it.", "Nobody else has looked.")).Run();

        Assert.Equal(["ContosoAssurance.g.cs", "ContosoAttributes.g.cs", ModelFile], Steps.Rewritten(result));
    }

    [Fact]
    public void A_new_overlay_writes_its_technology_and_the_indexes_under_the_new_name()
    {
        var project = Ready();

        var result = project.Add(Team).Run();

        Assert.Contains("class TeamTechnologies", TestProject.Sources(result)["TeamTechnologies.g.cs"], StringComparison.Ordinal);
        Assert.Contains("TeamTechnologies.team-box.g.cs", Steps.Rewritten(result));
        Assert.Equal(TestProject.Sources(result), TestProject.Sources(new TestProject([Overlay, Team]).Run()));
    }

    [Fact]
    public void A_removed_overlay_leaves_nothing_behind()
    {
        var project = new TestProject([Overlay, Team]);
        project.Run();

        var result = project.Remove(Team).Run();

        Assert.Equal(TestProject.Sources(result), TestProject.Sources(Ready().Run()));
        Assert.Empty(project.Remove(Overlay).Run().GeneratedSources);
    }

    [Fact]
    public void A_renamed_overlay_writes_nothing()
    {
        var project = Ready();

        var result = project.Replace(Overlay, new OverlayText("/store/contoso.isolation.json", Samples.Contoso)).Run();

        Assert.Equal([Unchanged], Steps.Reasons(result, TrackingNames.Reading));
        Assert.All(Steps.OutputReasons(result), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void An_option_that_means_nothing_here_writes_nothing()
    {
        var project = Ready();

        var result = project.Set(ProjectOptions.Of(("RootNamespace", "Shop"), ("AnalysisLevel", "9"))).Run();

        Assert.Equal([Unchanged], Steps.Reasons(result, TrackingNames.Options));
        Assert.All(Steps.Reasons(result, TrackingNames.Files), reason => Assert.Equal(Unchanged, reason));
        Assert.All(Steps.OutputReasons(result), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void Another_namespace_writes_everything_and_reads_the_model_as_it_was()
    {
        var project = Ready();

        var result = project.Set(ProjectOptions.Of(("RootNamespace", "Store"))).Run();

        Assert.Equal([Modified], Steps.Reasons(result, TrackingNames.Options));
        Assert.Equal([Cached], Steps.Reasons(result, TrackingNames.Reading));
        Assert.Equal(result.GeneratedSources.Length, Steps.Rewritten(result).Count);
        Assert.All(result.GeneratedSources, source => Assert.Contains("namespace Store.Isolation", source.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_version_with_the_same_means_writes_nothing()
    {
        var project = new TestProject([Overlay], parse: new CSharpParseOptions(LanguageVersion.CSharp9));
        project.Run();

        var result = project.Set(LanguageVersion.CSharp10).Run();

        Assert.Equal([Unchanged], Steps.Reasons(result, TrackingNames.Options));
        Assert.All(Steps.OutputReasons(result), reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void A_finding_that_moves_is_told_again_and_writes_nothing()
    {
        var wrong = Edited("\"patchTime\": \"<=24 h\"", "\"patchTime\": \"<=24 MB\"");
        var project = new TestProject([wrong]);
        var before = Assert.Single(project.Run().Diagnostics);

        var result = project.Replace(wrong, wrong.Replaced("{\n  \"formatVersion\"", "{\n\n  \"formatVersion\"")).Run();

        var after = Assert.Single(result.Diagnostics);
        Assert.Equal(before.Location.GetLineSpan().StartLinePosition.Line + 1, after.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal([Modified], Steps.Reasons(result, TrackingNames.Reading));
        Assert.Equal([Unchanged], Steps.Reasons(result, TrackingNames.Model));
        Assert.Empty(Steps.Rewritten(result));
    }

    /// <summary>The driver has its tables compiled for each type of value anew, a hundred methods at every first run; references share theirs.</summary>
    [Fact]
    public void Steps_hand_on_references_alone()
    {
        var result = new TestProject([Overlay]).Run();

        Assert.All(Steps.All, step => Assert.All(result.TrackedSteps[step].SelectMany(run => run.Outputs), output => Assert.False(output.Value.GetType().IsValueType, step)));
    }

    private static OverlayText Team { get; } = new(
        "/shop/team.isolation.json",
        """
        {
          "formatVersion": "1.0",
          "model": { "id": "team", "version": "1.0.0", "extends": { "contoso": "^1.0" } },
          "technologies": {
            "team-box": { "name": "Team Box", "kind": "runtime", "mechanism": "vm", "summary": "The team's own.", "values": { "boundary": "hardware-vm" } }
          }
        }
        """);

    private static TestProject Ready()
    {
        var project = new TestProject([Overlay]);
        project.Run();
        return project;
    }

    private static OverlayText Edited(string old, string next) => Overlay.Replaced(old, next);
}
