using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>Where a decision tree leads, and whether that agrees with all that was answered.</summary>
public sealed class TreeAdvice
{
    internal TreeAdvice(Model model, DecisionTree tree, TreeOutcome outcome)
    {
        Path = [.. outcome.Path.Select(question => tree.Question(question.Id))];
        Recommendation = outcome.Recommendation;
        Candidates = [.. outcome.Candidates.Select(ranked => Candidate.Of(model, null, ranked))];
        Unmet = [.. outcome.Unmet.Select(unmet => tree.Question(unmet.Question.Id))];
        Suitable = [.. outcome.Suitable.Select(ranked => Candidate.Of(model, null, ranked))];
        IsContradiction = outcome.IsContradiction;
    }

    /// <summary>The questions that decided, in order; empty where none was answered with yes.</summary>
    public IReadOnlyList<TreeQuestion> Path { get; }

    /// <summary>What the tree recommends, in its words; null where it has nothing to say.</summary>
    public DecisionRecommendation? Recommendation { get; }

    /// <summary>The recommended technologies, against everything that was answered with yes, best first.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The answers that no recommended technology is shown to meet; the tree never asked about them.</summary>
    public IReadOnlyList<TreeQuestion> Unmet { get; }

    /// <summary>Technologies that meet everything that was answered with yes, best first.</summary>
    public IReadOnlyList<Candidate> Suitable { get; }

    /// <summary>Whether no recommended technology can meet everything that was answered with yes.</summary>
    public bool IsContradiction { get; }

    /// <summary>The recommendation in English.</summary>
    public override string ToString() => Recommendation?.Text.English ?? "no recommendation";
}
