using IsolationModel.Evaluation;
using IsolationModel.Policies;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What is told to whoever is refused: the need, what was found, and what to do.</summary>
/// <param name="model">The model.</param>
/// <param name="policy">The policy.</param>
/// <param name="where">What the map of classes is called.</param>
internal sealed class PolicyMessages(ModelIndex model, IsolationPolicy policy, string where)
{
    private const string Class = "variables." + PolicyVariables.RuntimeClass;
    private const string Technology = "variables." + PolicyVariables.Technology;

    /// <summary>More alternatives than these help nobody.</summary>
    private const int MostAlternatives = 8;

    private readonly string _verdict = policy.Mode == PolicyMode.Prove ? "is not shown" : "fails";

    /// <summary>The technology is not one of those that serve.</summary>
    public CelExpression OfTechnology()
    {
        // Others can be bought or built, but no class picks them.
        var served = policy.Admitted.Where(technology => model.HasRuntimeName(technology)).ToList();
        var names = served.Count > MostAlternatives ? string.Join(", ", served.Take(MostAlternatives)) + ", ..." : string.Join(", ", served);
        var advice = served.Count == 0 ? string.Empty : $"; use a class that runs on {names}";
        // Keys of the map that are no names of classes begin with an underscore, see RuntimeClassMap.
        var pod = If(Primary($"{Class}.startsWith('_')"), Primary(Quote("a pod without runtimeClassName")), Sum(Quote("runtime class "), Class));
        var known = Sum(pod.In(CelBinding.Additive), Quote(" runs on "), Technology);
        var found = policy.Mode == PolicyMode.Prove
            ? If(Relation($"{Technology} == ''"), Sum(Quote("runtime class "), Class, Quote($" is not in {where}")), known)
            : known;
        return Sum(Quote($"isolation: {Needs()} {_verdict}: "), found.In(CelBinding.Unary), Quote(advice));
    }

    /// <summary>A container says something that leaves too little.</summary>
    public CelExpression OfRule(PolicyRule rule)
    {
        var advice = rule.IsMissing ? $" without {rule.Title}; add it, or use another runtime class" : $" with {rule.Title}; change that, or use another runtime class";
        var facts = rule.NodeFacts.Count == 0 ? string.Empty : $"; where the nodes show it, declare node fact {string.Join(" or ", rule.NodeFacts)} in an overlay and export again";
        return Sum(Quote($"isolation: {Needs()} {_verdict} on "), Technology, Quote(advice + facts));
    }

    /// <summary>Each need with what it asks for.</summary>
    private string Needs() => string.Join(", ", policy.Needs.Select(static need =>
        need.Constraints.Count == 0 || (need.Constraints.Count == 1 && need.Constraints[0].Text == need.Token)
            ? need.Token
            : $"{need.Token} ({string.Join(", ", need.Constraints.Select(static constraint => constraint.Text))})"));

    private static CelExpression Sum(params string[] parts) => new(string.Join(" + ", parts.Where(static part => part != "''")), CelBinding.Additive);
}
