using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests;

/// <summary>What the compiler is given of <c>isolation.json</c>; that it means the same as on the command line, the conformance tests show.</summary>
public sealed class SettingsTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: a, image: a }]\n";
    private const string Ban = """
        { "formatVersion": "1.0", "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, "forbidden": { "runc": { "reason": "We ban it." } } }
        """;

    [Fact]
    public async Task Settings_without_metadata_are_found_by_their_name() =>
        Assert.Equal(["a.yaml(4,1-4,5): error ISM1001"], await new AnalyzerRun().With("a.yaml", Pod).With("isolation.json", "{ \"level\": \"high\", \"severity\": { \"*\": \"error\" } }").Places());

    [Fact]
    public async Task Settings_that_the_package_takes_out_do_not_count() => Assert.Empty(await new AnalyzerRun()
        .With("a.yaml", Pod).WithMetadata("a.yaml", "descriptor")
        .With("isolation.json", "{ \"level\": \"high\" }").WithMetadata("isolation.json", string.Empty)
        .Places());

    [Fact]
    public async Task A_file_that_the_project_names_is_judged_although_it_is_excluded() => Assert.Equal(
        ["b.yaml(4,1-4,5): warning ISM1001"],
        await new AnalyzerRun()
            .With("a.yaml", Pod).WithMetadata("a.yaml", "descriptor")
            .With("b.yaml", Pod).WithMetadata("b.yaml", "descriptor", isExplicit: true)
            .With("isolation.json", "{ \"level\": \"high\", \"exclude\": [\"*.yaml\"] }").WithMetadata("isolation.json", "settings")
            .Places());

    [Theory]
    [InlineData("{ \"level\": \"low\" }", false)]
    [InlineData("{ \"level\": \"low\", \"models\": [\"shop.isolation.json\"] }", true)]
    [InlineData("{ \"level\": \"low\", \"models\": [\"../deploy/shop.isolation.json\"] }", true)]
    [InlineData("{ \"level\": \"low\", \"models\": [\"other.isolation.json\"] }", false)]
    public async Task An_overlay_beside_the_settings_counts_where_they_list_it(string settings, bool counts)
    {
        var places = await new AnalyzerRun()
            .With("a.yaml", Pod).WithMetadata("a.yaml", "descriptor")
            .With("shop.isolation.json", Ban).WithMetadata("shop.isolation.json", "offeredModel")
            .With("isolation.json", settings).WithMetadata("isolation.json", "settings")
            .Places();
        Assert.Equal(counts, places.Any(place => place.EndsWith("ISM1002", StringComparison.Ordinal)));
    }

    /// <summary>The property goes before the preset of the file, and a word of the file for a rule before both.</summary>
    [Theory]
    [InlineData("strict", "{}", "error")]
    [InlineData("Strict ", "{ \"preset\": \"audit\" }", "error")]
    [InlineData("", "{ \"preset\": \"strict\" }", "error")]
    [InlineData("default", "{ \"preset\": \"strict\" }", "warning")]
    [InlineData("none", "{}", null)]
    [InlineData("strict", "{ \"severity\": { \"ISM1001\": \"info\" } }", "info")]
    public async Task The_analysis_mode_is_a_preset(string mode, string settings, string? expected)
    {
        var places = await new AnalyzerRun()
            .With("a.yaml", Pod)
            .With("isolation.json", settings)
            .WithOption("build_property.IsolationLevel", "high")
            .WithOption("build_property.IsolationModelAnalysisMode", mode)
            .Places();
        Assert.Equal(expected is null ? [] : [$"a.yaml(4,1-4,5): {expected} ISM1001"], places);
    }

    [Fact]
    public async Task A_mode_brings_its_level() => Assert.Equal(
        ["a.yaml(6,68-6,72): error ISM2001"],
        await new AnalyzerRun()
            .With("a.yaml", Pod.Replace("spec:\n", "spec:\n  hostPID: true\n", StringComparison.Ordinal).Replace("image: a }", "image: a, securityContext: { privileged: true } }", StringComparison.Ordinal))
            .WithOption("build_property.IsolationModelAnalysisMode", "strict")
            .Places());

    /// <summary>Nearer and more specific wins; but what is not reported cannot be raised.</summary>
    [Theory]
    [InlineData("info", "error", "error")]
    [InlineData("error", "suggestion", "info")]
    [InlineData("none", "error", null)]
    [InlineData("error", "none", null)]
    public async Task The_editorconfig_of_a_file_speaks_after_the_settings(string settings, string editorConfig, string? expected)
    {
        var places = await new AnalyzerRun()
            .With("a.yaml", Pod)
            .With("isolation.json", $"{{ \"level\": \"high\", \"severity\": {{ \"ISM1001\": \"{settings}\" }} }}")
            .WithFileOption("a.yaml", "isolation_model.ISM1001.severity", editorConfig)
            .Places();
        Assert.Equal(expected is null ? [] : [$"a.yaml(4,1-4,5): {expected} ISM1001"], places);
    }

    /// <summary>It stands in the settings, so it is told there, once, however many workloads it reaches.</summary>
    [Fact]
    public async Task A_weaker_level_in_an_override_is_told_in_the_settings() => Assert.Equal(
        ["a.yaml(4,1-4,5): warning ISM1001", "b.yaml(4,1-4,5): warning ISM1001", "isolation.json(1,62-1,65): warning ISM1102"],
        await new AnalyzerRun().With("a.yaml", Pod).With("b.yaml", Pod).With("isolation.json", "{ \"level\": \"high\", \"overrides\": [{ \"paths\": [\"*\"], \"level\": \"low\" }] }").Places());
}
