using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Conformance.Schema;

/// <summary>What a schema cannot see and the reader refuses: each section of reader-refusals.md.</summary>
public sealed class ReaderRefusalTests
{
    private static readonly Dictionary<string, ReaderRefusal> ByName = ReaderRefusal.All.ToDictionary(refusal => refusal.Name, StringComparer.Ordinal);

    public static TheoryData<string> Refusals => new(ByName.Keys);

    [Theory]
    [MemberData(nameof(Refusals))]
    public void The_schema_accepts_it(string name) => Assert.Empty(ModelSchema.Errors(ByName[name].Text));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void The_reader_finds_exactly_what_is_marked(string name)
    {
        var refusal = ByName[name];
        var findings = ModelReader.Extend(BuiltInModel.Definition, [new ModelText("contoso.isolation.json", refusal.Text)]).Findings;
        Assert.NotEmpty(refusal.Markers);
        Assert.Equal(
            refusal.Markers.Select(marker => (marker.RuleId, marker.Line, marker.Column, marker.Line, marker.EndColumn)).Order(),
            findings.Select(finding => (finding.Rule.Id, finding.Start.Line, finding.Start.Column, finding.End.Line, finding.End.Column)).Order());
        Assert.All(refusal.Markers, marker => Assert.Contains(findings, finding =>
            finding.Rule.Id == marker.RuleId && finding.Start.Line == marker.Line && finding.Message.Contains(marker.MessagePart, StringComparison.Ordinal)));
    }
}
