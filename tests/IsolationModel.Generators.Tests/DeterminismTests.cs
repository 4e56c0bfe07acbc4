using System.Collections.Immutable;
using System.Globalization;
using IsolationModel.Generators.Tests.Driving;

namespace IsolationModel.Generators.Tests;

/// <summary>The same files make the same code: in any order, below any folder, under any culture, with any line ends.</summary>
public sealed class DeterminismTests
{
    private static readonly ImmutableSortedDictionary<string, string> Expected = Generate(Samples.BuiltInParts());

    [Fact]
    public void The_order_of_files_is_irrelevant()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 20; i++)
        {
            var parts = Samples.BuiltInParts().ToArray();
            random.Shuffle(parts);
            Assert.Equal(Expected, Generate(parts));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/Übung/a b/schema/model")]
    [InlineData(@"C:\source\schema\model")]
    public void The_folder_is_irrelevant(string root)
    {
        var parts = Samples.BuiltInParts(root).Select(part => root[0] == 'C' ? new OverlayText(part.Path.Replace('/', '\\'), part.Source.ToString()) : part);
        Assert.Equal(Expected, Generate(parts));
    }

    [Fact]
    public void Line_ends_are_irrelevant()
    {
        var parts = Samples.BuiltInParts().Select(part => new OverlayText(part.Path, part.Source.ToString().ReplaceLineEndings("\r\n")));
        Assert.Equal(Expected, Generate(parts));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void The_culture_is_irrelevant(string name)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Assert.Equal(Expected, Generate(Samples.BuiltInParts()));
            Assert.Equal(TestProject.Sources(TestProject.WithOverlay(Samples.Contoso).Run()), Overlay());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    [Fact]
    public void Cultures_are_really_there()
    {
        // In globalization-invariant mode the test above could not fail.
        Assert.NotEqual("1.5", 1.5m.ToString(CultureInfo.GetCultureInfo("fi-FI")));
    }

    [Fact]
    public void Runs_side_by_side_do_not_disturb_each_other() =>
        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => Generate(Samples.BuiltInParts())).ToList(), sources => Assert.Equal(Expected, sources));

    [Fact]
    public void Lines_end_with_a_line_feed_alone() =>
        Assert.All(Expected.Values.Concat(Overlay().Values), text => Assert.DoesNotContain('\r', text));

    private static ImmutableSortedDictionary<string, string> Overlay()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return TestProject.Sources(TestProject.WithOverlay(Samples.Contoso).Run());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static ImmutableSortedDictionary<string, string> Generate(IEnumerable<OverlayText> parts)
    {
        var result = new TestProject(parts, ProjectOptions.BuiltIn).Run();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return TestProject.Sources(result);
    }
}
