using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What the settings of a workload leave of a technology's boundary.</summary>
/// <remarks>
/// Per container: the base interval, joined with raises, then met with caps. Both are commutative, so the order of rules is irrelevant;
/// adding a weakening never strengthens, and a declared node fact only narrows. Over containers the weakest decides.
/// </remarks>
/// <param name="Base">The technology's own boundary; null where the model does not know it.</param>
/// <param name="Effective">What is left; null where <paramref name="Base"/> is.</param>
/// <param name="Effects">What acted on it, in the order of containers and weakenings, each place once.</param>
public sealed record EffectiveIsolation(OrdinalInterval? Base, OrdinalInterval? Effective, IReadOnlyList<BoundaryEffect> Effects)
{
    /// <summary>Computes what is left.</summary>
    public static EffectiveIsolation Of(ModelIndex model, TechnologyDefinition technology, IReadOnlyList<WorkloadContainer> containers) =>
        Of(model, technology, containers, NodeState.Unknown);

    /// <summary>Computes what is left on nodes of which something is known.</summary>
    public static EffectiveIsolation Of(ModelIndex model, TechnologyDefinition technology, IReadOnlyList<WorkloadContainer> containers, NodeState nodes) =>
        Of(model, technology, ContainerConditions.Of(model, containers), nodes);

    /// <summary>Computes what is left where other technologies are judged under the same settings.</summary>
    internal static EffectiveIsolation Of(ModelIndex model, TechnologyDefinition technology, ContainerConditions[] containers, NodeState nodes)
    {
        var start = technology.Find(ModelDefinition.BoundaryAttributeId)?.Value as OrdinalInterval;
        var effects = new List<BoundaryEffect>();
        OrdinalInterval? effective = null;
        foreach (var container in containers)
        {
            var first = effects.Count;
            Collect(model, technology, container, nodes, effects);
            if (start is not null)
            {
                var left = Apply(start, effects, first);
                effective = effective is null ? left : effective.CapAt(left.Low, left.High);
            }
        }

        return new EffectiveIsolation(start, effective ?? start, Distinct(effects));
    }

    private static void Collect(ModelIndex model, TechnologyDefinition technology, ContainerConditions conditions, NodeState nodes, List<BoundaryEffect> effects)
    {
        var weakenings = model.Definition.Weakenings;
        for (var i = 0; i < weakenings.Count; i++)
        {
            var (truth, cause) = conditions[i];
            var (weakening, container) = (weakenings[i], conditions.Container);
            if (truth != Truth.False && Refusal.EffectOf(model, weakening, technology) is { } effect && !IsUnasked(container, weakening, effect, cause))
            {
                var (low, high) = Limits(model, effect, nodes);
                effects.Add(new BoundaryEffect(weakening, effect, truth == Truth.True, low, high, container.Name, cause ?? container.Range)
                {
                    Annotation = truth == Truth.Unknown ? AnnotationAt(container, cause) : null,
                    Reason = truth == Truth.Unknown ? ReasonAt(container, cause) : null,
                    Shown = conditions.HasOwnWords ? ShownIn(model, weakening, container) : null,
                });
            }
        }
    }

    /// <summary>A technology that passes over or refuses what the engine does by itself takes nothing from anybody.</summary>
    private static bool IsUnasked(WorkloadContainer container, WeakeningDefinition weakening, WeakeningEffect effect, TextRange? cause)
    {
        if (effect.Kind is not (EffectKind.Ignored or EffectKind.Unsupported or EffectKind.Note))
        {
            return false;
        }

        var isDefault = false;
        foreach (var fact in container.Settings)
        {
            if (fact.Range == cause && weakening.When.Mentions(fact.SettingId))
            {
                if (!fact.IsDefault)
                {
                    return false;
                }

                isDefault = true;
            }
        }

        return isDefault;
    }

    /// <summary>What makes the weakening hold, in the words of the descriptor; null where a part of it has no such words.</summary>
    internal static string? ShownIn(ModelIndex model, WeakeningDefinition weakening, WorkloadContainer container)
    {
        var words = new List<string>();
        foreach (var (fact, item) in PredicateEvaluator.Causes(model, weakening.When, container))
        {
            if ((item?.Shown ?? fact.Shown) is { } shown && !words.Contains(shown))
            {
                words.Add(shown);
            }
        }

        return words.Count == 0 ? null : string.Join(" with ", words);
    }

    private static string? ReasonAt(WorkloadContainer container, TextRange? cause) =>
        container.Settings.FirstOrDefault(fact => fact.Reason is not null && fact.Range == cause)?.Reason;

    private static string? AnnotationAt(WorkloadContainer container, TextRange? cause) =>
        container.Settings.FirstOrDefault(fact => fact.Annotation is not null && fact.Range == cause)?.Annotation;

    /// <summary>The level that a boundary has at most under an effect, at worst and at best; the number of levels where the effect does not limit it.</summary>
    internal static (int Low, int High) Limits(ModelIndex model, WeakeningEffect effect, NodeState nodes)
    {
        var top = model.BoundaryScale.Levels.Count;
        return effect.Kind switch
        {
            EffectKind.Cap => (effect.Low, effect.High),
            EffectKind.Range => (effect.FactId is { } id ? nodes.Implied(id) ?? model.DeclaredFact(id) ?? nodes.Fact(id) : null) switch
            {
                true => (effect.High, effect.High),
                false => (effect.Low, effect.Low),
                null => (effect.Low, effect.High),
            },
            _ => (top, top),
        };
    }

    /// <summary>
    /// Whether an effect raises a boundary. Within what the technology may be, a raise narrows; beyond it, it lifts by one level only and from
    /// exactly the level below, so that hardening never turns a shared kernel into a sandbox.
    /// </summary>
    internal static bool Raises(WeakeningEffect effect, OrdinalInterval start) =>
        effect.Kind == EffectKind.Raise && (start.High >= effect.High || (start.IsExact && start.High == effect.High - 1));

    private static OrdinalInterval Apply(OrdinalInterval start, List<BoundaryEffect> effects, int first)
    {
        var left = start;
        for (var i = first; i < effects.Count; i++)
        {
            var effect = effects[i];
            if (Raises(effect.Effect, start))
            {
                left = new OrdinalInterval(effect.IsCertain ? Math.Max(left.Low, effect.Effect.Low) : left.Low, Math.Max(left.High, effect.Effect.High));
            }
        }

        for (var i = first; i < effects.Count; i++)
        {
            left = left.CapAt(effects[i].Low, effects[i].IsCertain ? effects[i].High : int.MaxValue);
        }

        return left;
    }

    private static List<BoundaryEffect> Distinct(List<BoundaryEffect> effects)
    {
        if (effects.Count < 2)
        {
            return effects;
        }

        var seen = new HashSet<(string, int, int)>();
        return effects.FindAll(effect => seen.Add((effect.Weakening.Id, effect.Range.Start, effect.Range.Length)));
    }
}
