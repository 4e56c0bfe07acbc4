using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Several files of a run: put together, judged, reported in every format, fixed.</summary>
internal sealed class RunTarget(string name, Func<FuzzInput, bool> isSeed) : IFuzzTarget
{
    public string Name => name;

    public bool IsOfOneFile => false;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Sets.Where(isSeed);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var judged = Work.Within(input.Size, () => Judgement.Of(input.Files, Judgement.Needs, cancellationToken));
        var taken = TimeProvider.System.GetElapsedTime(start);
        RunChecks.Judged(judged, Judgement.Needs, cancellationToken);
        Reports.Check(judged);
        Loss.Check(judged, Judgement.Needs, cancellationToken);
        Fixing.Check(judged, Judgement.Needs, cancellationToken);
        // Anywhere in the run: how far depends on the input alone, up to what the machine makes of it.
        Cancellation.Check(judged.Result, RunChecks.AreSame, taken * (input.Size % 10 / 10.0), token => Judgement.Of(input.Files, Judgement.Needs, token).Result);
    }
}
