using IsolationModel.Conformance.Documentation;
using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Traps;

/// <summary>The traps of kubernetes.md, through every front end.</summary>
public sealed class TrapTests
{
    private static readonly IFrontEnd[] FrontEnds = [new CoreFrontEnd(), new AnalyzerFrontEnd(), new CommandLineFrontEnd()];

    private static readonly Dictionary<string, PageExample> ByName = RulePage
        .Read(Repository.PathOf("tests/IsolationModel.Conformance.Tests/Traps/kubernetes.md"))
        .Examples
        .ToDictionary(example => example.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Examples => new(ByName.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_trap_gives_exactly_the_marked_findings(string name)
    {
        var example = ByName[name];
        var expected = example.Markers.Select(marker => (marker.RuleId, marker.Line, marker.Column, marker.Line, marker.EndColumn)).Order().ToList();
        foreach (var frontEnd in FrontEnds)
        {
            var findings = await frontEnd.Judge(example.ToInput());
            Assert.Equal(expected, findings.Select(finding => (finding.RuleId, finding.Line, finding.Column, finding.EndLine, finding.EndColumn)).Order());
            Assert.All(example.Markers, marker => Assert.Contains(findings, finding => finding.RuleId == marker.RuleId && finding.Line == marker.Line
                && finding.Message.Contains(marker.MessagePart, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_trap_is_what_it_is_called(string name) =>
        Assert.Equal(ByName[name].Expectation == Expectation.Clean, ByName[name].Markers.Count == 0);
}
