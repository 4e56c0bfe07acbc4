using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Suppressions as an annotation holds them, and as comments of a descriptor.</summary>
internal sealed class SuppressionTarget : IFuzzTarget
{
    public string Name => "suppressions";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => ((string[])
    [
        "ISM1001 -- the node is dedicated", "ISM1001, ISM2001 -- why", "ISM1001 until 2026-12-31 -- why", "ISM1001; ISM2001 -- why\nISM2002 -- x", "ism1001--x", "RuntimeFailsNeed -- why", "-- why", "ISM0001 -- no",
    ]).Select(static text => FuzzInput.Of("suppression.txt", text));

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        Check(text, Work.Within(input.Size, () => SuppressionParser.ReadAll(text, static (start, length) => new TextRange(start, length), new TextRange(0, text.Length), removal: new TextEdit(new TextRange(0, text.Length), string.Empty))));
        Check(text, Work.Within(input.Size, () => SuppressionParser.ReadOne(text, 0, text.Length, static (start, length) => new TextRange(start, length), new TextRange(0, text.Length), removal: null)));
    }

    private static void Check(string text, SuppressionReading reading)
    {
        OracleException.Demand(reading.Suppressions.Count > 0 || reading.Problems.Count > 0, "silence", "a suppression is neither followed nor told", () => text);
        foreach (var problem in reading.Problems)
        {
            Ranges.Check(problem.Range, text.Length, "a problem");
        }

        foreach (var suppression in reading.Suppressions)
        {
            Ranges.Check(suppression.Range, text.Length, "a suppression");
            OracleException.Demand(!string.IsNullOrWhiteSpace(suppression.Reason), "reason", "a suppression without reason is followed", () => text);
        }
    }
}
