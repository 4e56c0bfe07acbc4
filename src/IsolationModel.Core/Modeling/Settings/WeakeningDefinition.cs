namespace IsolationModel.Modeling;

/// <summary>A setting, or a combination of settings, that acts on boundaries.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Title">Short text for messages, such as <c>privileged: true</c>.</param>
/// <param name="When">When it is active.</param>
/// <param name="Unless">When it is not active although <paramref name="When"/> holds; or null.</param>
/// <param name="Effects">What it does, sorted by target.</param>
public sealed record WeakeningDefinition(
    string Id,
    string Title,
    SettingPredicate When,
    SettingPredicate? Unless,
    EquatableArray<WeakeningEffect> Effects)
{
    /// <summary>What a technology must have to serve the settings; one that certainly lacks it refuses them, unless it has an effect of its own.</summary>
    public EquatableArray<Constraint> Requirements { get; init; }

    /// <summary>Whether the settings take something from the boundary of any technology; otherwise people use them to harden, or because they need them.</summary>
    public bool Lowers
    {
        get
        {
            foreach (var effect in Effects)
            {
                if (effect.Kind is EffectKind.Cap or EffectKind.Range)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The effect on a technology: its own, else its mechanism's, else none.</summary>
    public WeakeningEffect? EffectOn(TechnologyDefinition technology)
    {
        WeakeningEffect? byMechanism = null;
        foreach (var effect in Effects)
        {
            if (string.Equals(effect.Target, technology.Id, StringComparison.Ordinal))
            {
                return effect;
            }

            if (string.Equals(effect.Target, technology.MechanismId, StringComparison.Ordinal))
            {
                byMechanism = effect;
            }
        }

        return byMechanism;
    }
}
