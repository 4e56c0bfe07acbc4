using IsolationModel.Modeling;
using IsolationModel.Policies;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>How a test of one setting is written in CEL.</summary>
/// <param name="Test">From a test of the setting to its expression.</param>
internal sealed record PodReading(Func<PolicyCondition, CelExpression> Test)
{
    /// <summary>What stands for a choice that cannot be told; no choice is called so.</summary>
    public const string Unknown = "?";

    /// <summary>A flag that the pod itself decides.</summary>
    public static PodReading Flag(CelExpression isOn) => Flag(isOn, isOn);

    /// <summary>A flag of which the pod may say something that only the node knows the effect of.</summary>
    public static PodReading Flag(CelExpression isShown, CelExpression mayBe) => new(condition =>
    {
        var (on, off) = condition.IsShown ? (isShown, Not(mayBe)) : (mayBe, Not(isShown));
        return Or(condition.Test!.Operands.Contains("true") ? on : False, condition.Test.Operands.Contains("false") ? off : False);
    });

    /// <summary>A choice by its word.</summary>
    public static PodReading Choice(CelExpression word, bool canBeUnknown = false) => new(condition =>
        OneOf(word, canBeUnknown && !condition.IsShown ? [.. condition.Test!.Operands, Unknown] : condition.Test!.Operands));

    /// <summary>A list: from a test of one item to whether some item passes it.</summary>
    /// <param name="some">Whether some item passes a test.</param>
    /// <param name="isOneOf">Whether an item is one of some words.</param>
    /// <param name="touches">Whether an item touches paths.</param>
    public static PodReading List(
        Func<CelExpression, CelExpression> some, Func<IReadOnlyCollection<string>, CelExpression> isOneOf, Func<IReadOnlyCollection<PathExpressions>, CelExpression>? touches = null) => new(condition =>
    {
        var operands = condition.Test!.Operands;
        return condition.Test.Kind switch
        {
            PredicateKind.ContainsAny => some(isOneOf(operands)),
            PredicateKind.ContainsAll => And([.. operands.Select(operand => some(isOneOf([operand])))]),
            PredicateKind.Beyond => some(Not(isOneOf(operands))),
            PredicateKind.Within => Not(some(Not(isOneOf(operands)))),
            PredicateKind.Touches when touches is not null => some(touches(condition.Paths)),
            _ => some(True),
        };
    });
}
