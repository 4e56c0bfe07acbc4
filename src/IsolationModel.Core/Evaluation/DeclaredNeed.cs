using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>A need as a workload declares it, understood.</summary>
/// <param name="Token">The need as it is told: an id, <c>level:id</c>, <c>arch:arm64</c>, or a limit such as <c>startup &lt;= 125 ms</c>.</param>
/// <param name="Definition">The need of the model; null for a limit.</param>
/// <param name="Constraints">What it requires; all must hold.</param>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="Range">The place of the token in its file.</param>
public sealed record DeclaredNeed(
    string Token,
    NeedDefinition? Definition,
    EquatableArray<Constraint> Constraints,
    NeedDeclaration Declaration,
    TextRange Range)
{
    /// <summary>Why technologies alone cannot show the need, or null; of a technology it is never told that it meets such a need.</summary>
    public string? Unchecked { get; init; }

    /// <summary>The policy of the Pod Security Standards that the need is, or null.</summary>
    public PodSecurityPolicy? PodSecurity { get; init; }

    /// <summary>The wishes that come with the need: those of a scenario.</summary>
    public EquatableArray<ScoringGoal> Goals { get; init; }

    /// <summary>Whether it asks something of the technology; levels of the Pod Security Standards bind the pod.</summary>
    internal bool BindsTechnology => Definition is not { Kind: NeedKind.PodSecurity };

    /// <summary>The best outcome that it can have: what nobody checks is not met, it is unknown, and told.</summary>
    private Outcome Ceiling => Unchecked is null ? Outcome.Meets : Outcome.Unknown;

    /// <summary>The outcome of the need as a whole: the weakest of its constraints' outcomes.</summary>
    internal Outcome Weakest(IEnumerable<Outcome> outcomes)
    {
        var weakest = Ceiling;
        foreach (var outcome in outcomes)
        {
            weakest = outcome < weakest ? outcome : weakest;
        }

        return weakest;
    }
}
