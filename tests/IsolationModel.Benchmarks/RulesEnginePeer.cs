using RulesEngine.Models;

namespace IsolationModel.Benchmarks;

/// <summary>Microsoft RulesEngine: the conditions as one expression over a candidate, compiled before the first measurement.</summary>
internal sealed class RulesEnginePeer
{
    private const string Workflow = "decision";

    private readonly RulesEngine.RulesEngine _engine = new(
    [
        new Workflow
        {
            WorkflowName = Workflow,
            Rules =
            [
                new Rule
                {
                    RuleName = "passes",
                    Expression = "input1.Boundary >= 4 && input1.ResourceLimits && input1.UnmodifiedOciImage && input1.RunsInKubernetes && input1.RunsOnX64 && input1.RunsLinux "
                        + "&& input1.Startup <= 10 && input1.MemoryOverhead <= 1073741824",
                },
            ],
        },
    ]);

    public async Task<bool> Passes(Candidate candidate)
    {
        var results = await _engine.ExecuteAllRulesAsync(Workflow, candidate).ConfigureAwait(false);
        return results[0].IsSuccess;
    }

    public async Task<Candidate?> Best(Candidate[] candidates)
    {
        var passing = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            if (await Passes(candidate).ConfigureAwait(false))
            {
                passing.Add(candidate);
            }
        }

        return Candidate.Best(passing);
    }
}
