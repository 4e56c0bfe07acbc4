using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Suppressions;

namespace IsolationModel.Cli.Answers;

/// <summary>The full argument for one finding, or for a workload of which there is none.</summary>
/// <param name="Model">The model that judged.</param>
/// <param name="Finding">The finding; null where there is none.</param>
/// <param name="Workload">The workload; null where the finding is about none.</param>
/// <param name="Needs">The needs that the argument is about.</param>
internal sealed record ArgumentAnswer(ModelIndex Model, Finding? Finding, WorkloadAssessment? Workload, IReadOnlyList<DeclaredNeed> Needs)
{
    /// <summary>How many alternatives are told.</summary>
    private const int MostAlternatives = 8;

    /// <summary>The suppression that hides the finding, or null.</summary>
    public SuppressedFinding? Suppressed { get; init; }

    /// <summary>What is found of the workload at other places, where no finding is asked for.</summary>
    public IReadOnlyList<(Finding Finding, SuppressedFinding? Suppression)> Elsewhere { get; init; } = [];

    /// <summary>What would change the verdict; null where nothing was searched for.</summary>
    public IReadOnlyList<Counterfactual>? Counterfactuals { get; init; }

    /// <summary>The fix as a patch; empty where there is none.</summary>
    public IReadOnlyList<string> Fix { get; init; } = [];

    /// <summary>The model of the workload, which may know more of its nodes.</summary>
    public ModelIndex Judge => Workload?.Model ?? Model;

    /// <summary>How the technology stands against the needs; empty where it cannot be told.</summary>
    public IReadOnlyList<NeedResult> Results => [.. (Workload?.Assessment?.Results ?? []).Where(result => Needs.Any(need => string.Equals(need.Token, result.Need.Token, StringComparison.Ordinal)))];

    /// <summary>What could be picked instead, best first, and what some runtime name selects.</summary>
    public IReadOnlyList<RankedTechnology> Alternatives => Workload is null || Finding is not { Alternatives.Count: > 0 }
        ? []
        : [.. Workload.Alternatives.Select(alternative => Workload.Ranking.Find(alternative.TechnologyId)).OfType<RankedTechnology>().Take(MostAlternatives)];

    /// <summary>The sources that the argument rests on, by their ids.</summary>
    public IReadOnlyList<SourceDefinition> Sources
    {
        get
        {
            var ids = new SortedSet<string>(StringComparer.Ordinal);
            ids.UnionWith(Needs.SelectMany(static need => need.Definition?.SourceIds ?? default));
            if (Workload?.Assessment is { } assessment)
            {
                ids.UnionWith(Results.SelectMany(static result => result.Constraints).SelectMany(constraint => assessment.Technology.Find(constraint.Constraint.AttributeId)?.SourceIds ?? default));
                ids.UnionWith(assessment.Isolation.Effects.Select(static effect => effect.Effect.SourceId).OfType<string>());
                ids.UnionWith(assessment.Ban?.SourceIds ?? default);
            }

            return [.. ids.Select(Judge.Source).OfType<SourceDefinition>()];
        }
    }
}
