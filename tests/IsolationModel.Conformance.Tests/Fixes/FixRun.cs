using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Fixes;

/// <summary>Judges a text, and applies what its findings offer.</summary>
/// <param name="Overlay">The overlay that holds, or null.</param>
internal sealed record FixRun(string? Overlay)
{
    private const string FileName = "example.yaml";

    /// <summary>The findings of a text.</summary>
    public IReadOnlyList<Finding> Judge(string text, params string[] needs) => Evaluator.Evaluate(
        Overlay is null ? new ModelIndex(BuiltInModel.Definition) : new ModelIndex(ModelReader.Extend(BuiltInModel.Definition, [new ModelText("contoso.isolation.json", Overlay)]).Model),
        [DescriptorReader.Read(FileName, text, DescriptorExpectation.Expected)],
        [.. needs.Select(need => NeedDeclaration.ForRun(NeedCarrier.Needs, need))]).Findings;

    /// <summary>A text with edits applied; they must not touch each other.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var last = text.Length;
        foreach (var edit in edits.OrderByDescending(edit => edit.Range.Start))
        {
            Assert.InRange(edit.Range.End, edit.Range.Start, last);
            text = string.Concat(text.AsSpan(0, edit.Range.Start), edit.NewText, text.AsSpan(edit.Range.End));
            last = edit.Range.Start;
        }

        return text;
    }

    /// <summary>A text after all fixes of its findings, round by round, as fix-all applies them; and how many rounds it took.</summary>
    public (string Text, int Rounds) FixAll(string text, params string[] needs)
    {
        const int most = 10;
        for (var round = 0; round < most; round++)
        {
            var edits = new List<TextEdit>();
            foreach (var finding in Judge(text, needs))
            {
                if (!finding.Edits.Any(edit => edits.Exists(other => other.Range.Start <= edit.Range.End && edit.Range.Start <= other.Range.End)))
                {
                    edits.AddRange(finding.Edits);
                }
            }

            if (edits.Count == 0)
            {
                return (text, round);
            }

            text = Apply(text, edits);
        }

        throw new InvalidOperationException("The fixes never come to an end.");
    }

    /// <summary>What a finding is about, whatever its place.</summary>
    public static (string Rule, string? Workload, string? Need, string? Control) Subject(Finding finding) =>
        (finding.Rule.Id, finding.Workload, finding.Need, finding.Control);
}
