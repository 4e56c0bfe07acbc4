using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Documentation;

/// <summary>Every example of every page, through every front end: what a page shows is what people get.</summary>
public sealed class PageExampleTests
{
    private static readonly CoreFrontEnd Core = new();
    private static readonly AnalyzerFrontEnd Analyzer = new();

    private static readonly Dictionary<string, IFrontEnd> Others = new(StringComparer.Ordinal)
    {
        ["analyzer"] = Analyzer,
        ["command line"] = new CommandLineFrontEnd(),
        ["generator"] = new GeneratorFrontEnd(),
    };

    private static readonly Dictionary<string, PageExample> ByName = RulePage.All
        .SelectMany(page => page.Examples)
        .ToDictionary(example => example.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Examples => new(ByName.Keys.Order(StringComparer.Ordinal));

    public static TheoryData<string, string> ExamplesOfFrontEnds
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, frontEnd) in Others.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                foreach (var example in ByName.Values.Where(example => frontEnd.Takes(example.ToInput())).OrderBy(example => example.ToString(), StringComparer.Ordinal))
                {
                    data.Add(name, example.ToString());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_gives_exactly_the_marked_findings(string name)
    {
        var example = ByName[name];
        var findings = await Yardstick(example.ToInput()).Judge(example.ToInput());
        Assert.Equal(
            example.Markers.Select(marker => (marker.RuleId, marker.Line, marker.Column, marker.Line, marker.EndColumn)).Order(),
            findings.Select(finding => (finding.RuleId, finding.Line, finding.Column, finding.EndLine, finding.EndColumn)).Order());
        foreach (var marker in example.Markers)
        {
            Assert.Contains(findings, finding => finding.RuleId == marker.RuleId && finding.Line == marker.Line
                && finding.Message.Contains(marker.MessagePart, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_what_it_is_called(string name)
    {
        var example = ByName[name];
        var rules = example.Markers.Select(marker => marker.RuleId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(example.Expectation == Expectation.Flagged, rules.Contains(example.RuleId));
        if (example.Expectation == Expectation.Undetermined)
        {
            Assert.NotEmpty(rules);
        }
    }

    [Theory]
    [MemberData(nameof(ExamplesOfFrontEnds))]
    public async Task A_front_end_finds_what_the_libraries_find(string frontEnd, string name)
    {
        var input = ByName[name].ToInput();
        var expected = await Yardstick(input).Judge(input);
        var actual = await Others[frontEnd].Judge(input);
        Assert.Equal(expected.Select(Comparable), actual.Select(Comparable));
    }

    /// <summary>The libraries; of code, which they do not read, the compiler.</summary>
    internal static IFrontEnd Yardstick(ExampleInput input) => input.IsCode ? Analyzer : Core;

    /// <summary>Why a file cannot be opened is said by whoever opens it, behind the colon.</summary>
    private static ObservedFinding Comparable(ObservedFinding finding) => finding.RuleId == "ISM9008"
        ? finding with { Message = finding.Message[..finding.Message.IndexOf(':', StringComparison.Ordinal)] }
        : finding;
}
