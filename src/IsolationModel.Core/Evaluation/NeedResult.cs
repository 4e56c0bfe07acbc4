using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>How a technology stands against one need: the weakest of its constraints.</summary>
/// <param name="Need">The need.</param>
/// <param name="Constraints">Its constraints.</param>
public sealed record NeedResult(DeclaredNeed Need, IReadOnlyList<ConstraintResult> Constraints)
{
    /// <summary>The outcome for the technology's own values.</summary>
    public Outcome Own => Need.Weakest(Constraints.Select(static constraint => constraint.Own));

    /// <summary>The outcome for what the workload's settings left.</summary>
    public Outcome Effective => Need.Weakest(Constraints.Select(static constraint => constraint.Effective));
}
