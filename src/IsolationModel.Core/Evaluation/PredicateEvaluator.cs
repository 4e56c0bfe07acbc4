using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Evaluates conditions on the settings of one container.</summary>
internal static class PredicateEvaluator
{
    /// <summary>Whether the condition holds, and the place of the first fact that makes it so (or that keeps it from being told).</summary>
    public static (Truth Truth, TextRange? Cause) Evaluate(ModelIndex model, SettingPredicate predicate, WorkloadContainer container)
    {
        switch (predicate.Kind)
        {
            case PredicateKind.All:
                return Combine(model, predicate, container, Truth.True, static (left, right) => left < right);
            case PredicateKind.Any:
                return Combine(model, predicate, container, Truth.False, static (left, right) => left > right);
            default:
                var fact = container.Find(predicate.SettingId!);
                var (truth, cause) = Leaf(model, predicate, fact);
                // A list that has more items than can be known may still show that it contains something.
                var isShown = truth == Truth.True && predicate.Kind is not (PredicateKind.Is or PredicateKind.In or PredicateKind.Within);
                return fact is { IsUnresolved: true } && !isShown ? (Truth.Unknown, fact.Range) : (truth, cause);
        }
    }

    /// <summary>The facts and items of lists that make a condition hold, each as its descriptor writes it; null for one that has no words of its own.</summary>
    public static IEnumerable<(SettingFact Fact, SettingItem? Item)> Causes(ModelIndex model, SettingPredicate predicate, WorkloadContainer container)
    {
        if (predicate.Kind is PredicateKind.All or PredicateKind.Any)
        {
            foreach (var cause in predicate.Inner.SelectMany(inner => Causes(model, inner, container)))
            {
                yield return cause;
            }
        }
        else if (container.Find(predicate.SettingId!) is { } fact && Evaluate(model, predicate, container) is (not Truth.False, var place))
        {
            yield return (fact, fact.Items.FirstOrDefault(item => item.Range == place));
        }
    }

    private static (Truth Truth, TextRange? Cause) Combine(
        ModelIndex model, SettingPredicate predicate, WorkloadContainer container, Truth start, Func<Truth, Truth, bool> wins)
    {
        var truth = start;
        TextRange? cause = null;
        foreach (var inner in predicate.Inner)
        {
            var (innerTruth, innerCause) = Evaluate(model, inner, container);
            if (wins(innerTruth, truth))
            {
                (truth, cause) = (innerTruth, innerCause ?? cause);
            }
            else if (innerTruth == truth)
            {
                cause ??= innerCause;
            }
        }

        return (truth, cause);
    }

    private static (Truth Truth, TextRange? Cause) Leaf(ModelIndex model, SettingPredicate predicate, SettingFact? fact)
    {
        var operands = predicate.Operands;
        switch (predicate.Kind)
        {
            case PredicateKind.Is:
            case PredicateKind.In:
                return (Of(operands.Contains(fact?.Value ?? Default(model, predicate.SettingId!))), fact?.Range);
            case PredicateKind.Within:
                return (Of(fact is null || fact.Items.All(item => operands.Contains(item.Value))), fact?.Range);
            case PredicateKind.ContainsAll:
                return (Of(operands.All(operand => fact is not null && fact.Items.Any(item => string.Equals(item.Value, operand, StringComparison.Ordinal)))), fact?.Range);
            case PredicateKind.ContainsAny:
                return First(fact, item => operands.Contains(item.Value));
            case PredicateKind.Beyond:
                return First(fact, item => !operands.Contains(item.Value));
            case PredicateKind.Touches:
                var entries = model.PathList(operands[0])!.Entries;
                return First(fact, item => entries.Any(entry => HostPath.Touches(item.Value, entry)));
            default:
                return First(fact, static _ => true);
        }
    }

    private static (Truth Truth, TextRange? Cause) First(SettingFact? fact, Func<SettingItem, bool> matches)
    {
        foreach (var item in fact?.Items ?? [])
        {
            if (matches(item))
            {
                return (Truth.True, item.Range);
            }
        }

        return (Truth.False, fact?.Range);
    }

    private static string Default(ModelIndex model, string settingId) =>
        model.Setting(settingId) is { Kind: SettingKind.Choice } setting ? setting.Choices[0] : "false";

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
