using IsolationModel.Generators.Tests.Driving;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace IsolationModel.Generators.Tests;

/// <summary>The settings file in the generator: its mistakes are told, and it makes no code.</summary>
public sealed class SettingsTests
{
    private static readonly OverlayText Overlay = new("/shop/contoso.isolation.json", Samples.Contoso);

    [Fact]
    public void Mistakes_are_told_where_they_stand()
    {
        var result = new TestProject([Overlay, new OverlayText("/shop/isolation.json", "{ \"levle\": 1,\n  \"needs\": [\"patching <= 1 h\", \"patchin <= 1 h\"] }")]).Run();
        Assert.Equal(
            [("ISM0202", 0, 2), ("ISM0203", 1, 32)],
            result.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character)));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("/shop/isolation.json", diagnostic.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("contoso.isolation.json", true)]
    [InlineData("./../shop/contoso.isolation.json", true)]
    [InlineData("elsewhere/contoso.isolation.json", false)]
    public void A_model_that_the_compiler_is_not_given_is_told(string model, bool isGiven)
    {
        var result = new TestProject([Overlay, new OverlayText("/shop/isolation.json", $"{{ \"models\": [\"{model}\"] }}")]).Run();
        Assert.Equal(isGiven ? [] : ["ISM0203"], result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told() =>
        Assert.Equal(["ISM0201"], new TestProject([new OverlayText("/shop/isolation.json", null)]).Run().Diagnostics.Select(diagnostic => diagnostic.Id));

    [Fact]
    public void Settings_alone_make_no_code() => Assert.Empty(new TestProject([new OverlayText("/shop/isolation.json", "{ \"level\": \"high\" }")]).Run().GeneratedSources);

    [Fact]
    public void An_edit_of_the_settings_writes_nothing_again()
    {
        var settings = new OverlayText("/shop/isolation.json", "{ \"level\": \"high\" }");
        var project = new TestProject([Overlay, settings]);
        project.Run();
        var result = project.Replace(settings, new OverlayText("/shop/isolation.json", "{ \"level\": \"hihg\" }")).Run();
        Assert.Equal("ISM0203", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(Steps.Rewritten(result));
        Assert.All(Steps.Reasons(result, TrackingNames.Reading), reason => Assert.Equal(Cached, reason));
        Assert.Equal([Modified], Steps.Reasons(result, TrackingNames.SettingsFindings));
    }
}
