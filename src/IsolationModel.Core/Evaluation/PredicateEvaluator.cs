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
        return predicate.Kind switch
        {
            PredicateKind.Is or PredicateKind.In => (Of(operands.Contains(fact?.Value ?? Default(model, predicate.SettingId!))), fact?.Range),
            PredicateKind.Within => (Of(fact is null || FirstItem(model, PredicateKind.Beyond, operands, fact) is null), fact?.Range),
            PredicateKind.ContainsAll => (Of(ContainsAll(fact, operands)), fact?.Range),
            _ when fact is null => (Truth.False, null),
            var kind => FirstItem(model, kind, operands, fact) is { } item ? (Truth.True, item.Range) : (Truth.False, fact.Range),
        };
    }

    /// <summary>The first item of a list that a condition looks for.</summary>
    private static SettingItem? FirstItem(ModelIndex model, PredicateKind kind, EquatableArray<string> operands, SettingFact fact)
    {
        // Loops throughout: this is asked for every weakening and container, and what a lambda catches is allocated before anything is known.
        for (var i = 0; i < fact.Items.Count; i++)
        {
            var item = fact.Items[i];
            var matches = kind switch
            {
                PredicateKind.ContainsAny => operands.Contains(item.Value),
                PredicateKind.Beyond => !operands.Contains(item.Value),
                PredicateKind.Touches => Touches(item.Value, model.PathList(operands[0])!.Entries),
                _ => true,
            };
            if (matches)
            {
                return item;
            }
        }

        return null;
    }

    private static bool Touches(string path, EquatableArray<PathEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (HostPath.Touches(path, entry))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAll(SettingFact? fact, EquatableArray<string> words)
    {
        foreach (var word in words)
        {
            if (fact is null || !Contains(fact, word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(SettingFact fact, string word)
    {
        for (var i = 0; i < fact.Items.Count; i++)
        {
            if (string.Equals(fact.Items[i].Value, word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Default(ModelIndex model, string settingId) =>
        model.Setting(settingId) is { Kind: SettingKind.Choice } setting ? setting.Choices[0] : "false";

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
