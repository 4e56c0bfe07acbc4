using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Documentation;

/// <summary>Every example of every page, through every front end: what a page shows is what people get.</summary>
public sealed class PageExampleTests
{
    private static readonly CoreFrontEnd Core = new();

    private static readonly Dictionary<string, PageExample> ByName = RulePage.All
        .SelectMany(page => page.Examples)
        .ToDictionary(example => example.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Examples => new(ByName.Keys.OrderBy(name => name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_exactly_the_marked_findings(string name)
    {
        var example = ByName[name];
        var markers = MarkersOf(example);
        var findings = await Core.Judge(InputOf(example));
        Assert.Equal(
            markers.Select(marker => (marker.RuleId, marker.Line, marker.Column, marker.Line, marker.EndColumn)).Order(),
            findings.Select(finding => (finding.RuleId, finding.Line, finding.Column, finding.EndLine, finding.EndColumn)).Order());
        foreach (var marker in markers)
        {
            Assert.Contains(findings, finding => finding.RuleId == marker.RuleId && finding.Message.Contains(marker.MessagePart, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_what_it_is_called(string name)
    {
        var example = ByName[name];
        var rules = MarkersOf(example).Select(marker => marker.RuleId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(example.Expectation == Expectation.Flagged, rules.Contains(example.RuleId));
        if (example.Expectation == Expectation.Undetermined)
        {
            Assert.NotEmpty(rules);
        }
    }

    private static IReadOnlyList<Marker> MarkersOf(PageExample example) =>
        example is { Format: ExampleFormat.Generated, Expectation: Expectation.Flagged } ? [GeneratedInput.MarkerOf(example)] : example.Content.Markers;

    private static ExampleInput InputOf(PageExample example) => example.Format switch
    {
        ExampleFormat.Generated => GeneratedInput.For(example),
        ExampleFormat.Overlay => ExampleInput.OfText(ExampleInput.OverlayName, example.Content.Text),
        _ => ExampleInput.OfText(ExampleInput.DescriptorName, example.Content.Text, example.Overlay),
    };
}
