using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>Where a decision tree leads, and whether that agrees with all that was answered.</summary>
/// <param name="Path">The questions that decided, in order; empty where no question was answered with yes.</param>
/// <param name="Recommendation">What the tree recommends; null where it has nothing to say, since it has no default.</param>
/// <param name="Candidates">The recommended technologies, against everything that was answered with yes.</param>
/// <param name="Unmet">
/// The answers that no recommended technology is shown to meet, each with the outcome that the best of them reaches; where each answer is met by
/// some of them and all by none, those that the first candidate leaves open. Empty where some recommended technology meets everything.
/// </param>
/// <param name="Suitable">Technologies that meet everything that was answered with yes, best first; empty where none does.</param>
public sealed record TreeOutcome(
    IReadOnlyList<DecisionQuestion> Path,
    DecisionRecommendation? Recommendation,
    IReadOnlyList<RankedTechnology> Candidates,
    IReadOnlyList<UnmetAnswer> Unmet,
    IReadOnlyList<RankedTechnology> Suitable)
{
    /// <summary>The best verdict among the recommended technologies; null where nothing is recommended.</summary>
    public Verdict? Verdict => Candidates.Count == 0 ? null : Candidates.Max(candidate => candidate.Verdict);

    /// <summary>Whether the recommendation contradicts an answer: no recommended technology can meet everything that was answered with yes.</summary>
    public bool IsContradiction => Verdict == Evaluation.Verdict.Unsuitable;
}
