using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>What a technology does with settings whose requirements it cannot meet: it refuses them.</summary>
internal static class Refusal
{
    /// <summary>The effect of a weakening on a technology: its own, else a refusal where it certainly lacks what the settings require, else its mechanism's.</summary>
    public static WeakeningEffect? EffectOf(ModelIndex model, WeakeningDefinition weakening, TechnologyDefinition technology)
    {
        var effect = weakening.EffectOn(technology);
        return weakening.Requirements.Count == 0 || IsItsOwn(effect, technology) || FirstMissing(weakening, technology) is not { } missing
            ? effect
            : Of(model, technology, missing);
    }

    private static bool IsItsOwn(WeakeningEffect? effect, TechnologyDefinition technology) =>
        effect is not null && string.Equals(effect.Target, technology.Id, StringComparison.Ordinal);

    private static Constraint? FirstMissing(WeakeningDefinition weakening, TechnologyDefinition technology)
    {
        foreach (var requirement in weakening.Requirements)
        {
            if (requirement.Against(id => technology.Find(id)?.Value) == Outcome.Fails)
            {
                return requirement;
            }
        }

        return null;
    }

    /// <summary>The condition without the attribute that the sentence names already.</summary>
    private static string Wanted(Constraint constraint) => constraint.Threshold is SetThreshold set ? string.Join(", ", set.Items) : constraint.Text.Substring(constraint.Text.LastIndexOf(' ') + 1);

    private static WeakeningEffect Of(ModelIndex model, TechnologyDefinition technology, Constraint missing)
    {
        var value = technology.Find(missing.AttributeId);
        var note = value?.Note is { } words ? $" ({Text.Sentence.AsClause(words)})" : string.Empty;
        var found = ValueText.Of(model, missing.AttributeId, value?.Value);
        return new WeakeningEffect(
            technology.Id,
            EffectKind.Unsupported,
            -1,
            -1,
            null,
            null,
            $"Its {missing.AttributeId} is '{found}'{note}, where '{Wanted(missing)}' is needed.",
            value is { SourceIds.Count: > 0 } ? value.SourceIds[0] : null);
    }
}
