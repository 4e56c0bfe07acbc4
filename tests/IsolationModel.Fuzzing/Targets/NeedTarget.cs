using IsolationModel.Evaluation;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The grammar of needs: lists of needs, a level, a scenario, as an annotation holds them.</summary>
internal sealed class NeedTarget : IFuzzTarget
{
    public string Name => "needs";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => NeedSet.TokensOf(Judgement.Model)
        .Concat(["untrusted-code, level:high", "memory <= 10 MiB", "coldStart < 1.5 s, gpu", "scenario:multi-tenant-cloud@1.2", "pod-security:restricted@v1.30", "boundary >= software-sandbox", "throughput>=1e3 ops/s"])
        .Select(static text => FuzzInput.Of("needs.txt", text));

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        foreach (var carrier in (NeedCarrier[])[NeedCarrier.Needs, NeedCarrier.Level, NeedCarrier.Scenario])
        {
            var declaration = new NeedDeclaration(carrier, NeedScope.Object, text, "pod.yaml", new LineMap(text), new TextRange(0, text.Length), 0);
            var set = Work.Within(input.Size, () => NeedSet.Combine(Judgement.Model, [declaration]));
            foreach (var problem in set.Problems)
            {
                Ranges.Check(problem.Range, text.Length, "a problem");
            }

            OracleException.Demand(set.Needs.Count > 0 || set.Problems.Count > 0 || text.All(static character => char.IsWhiteSpace(character) || character == ','), "silence", $"{carrier} is neither followed nor told", () => text);
            // What a need is called is how it may be written.
            foreach (var need in carrier == NeedCarrier.Needs ? set.Needs : [])
            {
                var again = NeedSet.Combine(Judgement.Model, [NeedDeclaration.ForRun(NeedCarrier.Needs, need.Token)]);
                OracleException.Demand(again.Needs.Any(other => other.Token == need.Token), "round trip", "a need cannot be declared by its own name", () => $"'{need.Token}' of '{text}': {string.Join("; ", again.Problems.Select(static problem => problem.Message))}");
            }
        }
    }
}
