using IsolationModel.Baselines;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Baselines: what is read is what is written.</summary>
internal sealed class BaselineTarget : IFuzzTarget
{
    private static readonly FuzzFile[] Flawed = [new("pod.yaml", [.. "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { hostPID: true, containers: [{ name: c, securityContext: { privileged: true } }] }\n"u8])];

    public string Name => "baselines";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool)
    {
        var findings = Judgement.Of(Flawed, Judgement.Needs, CancellationToken.None).Result.Findings;
        yield return FuzzInput.Of("baseline.json", Baseline.Of(findings, static path => path).ToJson());
        yield return FuzzInput.Of("baseline.json", Baseline.Of([.. findings, .. findings], static path => path).ToJson());
    }

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        var reading = Work.Within(input.Size, () => Baseline.Read(text));
        OracleException.Demand(reading.Baseline is null == (reading.Problem is not null), "silence", "a baseline is read or told, not both", () => text);
        OracleException.Demand(reading.Position is { Line: >= 1, Column: >= 1 }, "ranges", "a place is not counted from 1", () => text);
        if (reading.Baseline is not { } baseline)
        {
            return;
        }

        var written = baseline.ToJson();
        var again = Baseline.Read(written);
        OracleException.Demand(again.Baseline?.Entries.SequenceEqual(baseline.Entries) == true, "round trip", "a baseline is not read as it is written", () => $"{again.Problem}\n{written}");
        var comparison = baseline.Compare(Judgement.Of(Flawed, Judgement.Needs, cancellationToken).Result.Findings, static path => path);
        OracleException.Demand(comparison.New.Count + comparison.Known.Count > 0, "loss", "findings are lost in a comparison", () => text);
    }
}
