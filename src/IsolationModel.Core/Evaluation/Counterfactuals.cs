using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>
/// What would change a verdict: the smallest sets of settings taken back, facts of nodes declared and runtimes of the run picked, after which a need
/// is shown to be met. Each set is judged by the evaluator itself, so that what is promised here is what comes.
/// </summary>
public static class Counterfactuals
{
    /// <summary>Larger sets help nobody who reads them.</summary>
    private const int MostChanges = 3;

    /// <summary>Sets that are told; more are alternatives of the same size.</summary>
    private const int MostSets = 5;

    /// <summary>How often a workload is judged at most.</summary>
    private const int MostTrials = 3000;

    /// <summary>Finds them.</summary>
    /// <param name="workload">The workload as it is.</param>
    /// <param name="need">The need that shall be met; null for all that reach the workload.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Sets of one and the same size, the smallest; none where no set of at most three changes does it, or where it is met already.</returns>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static IReadOnlyList<Counterfactual> Of(WorkloadAssessment workload, DeclaredNeed? need = null, CancellationToken cancellationToken = default)
    {
        var found = new List<Counterfactual>();
        if (IsShown(workload ?? throw new ArgumentNullException(nameof(workload)), need))
        {
            return found;
        }

        var candidates = CandidateChanges.Of(workload);
        var trials = 0;
        for (var size = 1; size <= MostChanges && found.Count == 0; size++)
        {
            foreach (var changes in Sets(candidates, size))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++trials > MostTrials || found.Count == MostSets)
                {
                    return found;
                }

                var changed = Apply(workload, changes);
                if (IsShown(changed, need))
                {
                    found.Add(new Counterfactual(changes, changed.Verdict));
                }
            }
        }

        return found;
    }

    /// <summary>The workload with changes made.</summary>
    private static WorkloadAssessment Apply(WorkloadAssessment workload, Change[] changes)
    {
        var version = Array.Find(changes, static change => change.RuntimeName is not null)?.RuntimeName is { } name ? workload.Under(name) : workload.Workload;
        var taken = changes.Where(static change => change.Kind == ChangeKind.Setting).ToList();
        if (taken.Count > 0)
        {
            version = version with { Containers = version.Containers.Select(container => CandidateChanges.Without(container, taken)).ToList() };
        }

        var facts = changes.Select(static change => change.FactId).OfType<string>().Select(static id => new NodeFactDeclaration(id, Holds: true)).ToList();
        return workload.Again(workload.Model.WithNodeFacts(facts), version);
    }

    /// <summary>Whether a need is shown to be met, and by a runtime that takes the workload.</summary>
    private static bool IsShown(WorkloadAssessment workload, DeclaredNeed? need)
    {
        if (need is null)
        {
            return workload.Verdict == Verdict.Suitable;
        }

        return workload.Runtime.Confidence != RuntimeConfidence.Likely
            && workload.Assessment is { Ban: null } assessment
            && assessment.Isolation.Effects.All(static effect => effect.Effect.Kind != EffectKind.Unsupported)
            && assessment.Results.Any(result => string.Equals(result.Need.Token, need.Token, StringComparison.Ordinal) && result.Effective == Outcome.Meets);
    }

    /// <summary>All sets of a size, in the order of the candidates; a workload has one runtime.</summary>
    private static IEnumerable<Change[]> Sets(IReadOnlyList<Change> candidates, int size)
    {
        var indexes = Enumerable.Range(0, size).ToArray();
        while (size <= candidates.Count)
        {
            var set = Array.ConvertAll(indexes, index => candidates[index]);
            if (set.Count(static change => change.Kind == ChangeKind.Runtime) <= 1)
            {
                yield return set;
            }

            var last = size - 1;
            while (last >= 0 && indexes[last] == candidates.Count - size + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            indexes[last]++;
            for (var i = last + 1; i < size; i++)
            {
                indexes[i] = indexes[i - 1] + 1;
            }
        }
    }
}
