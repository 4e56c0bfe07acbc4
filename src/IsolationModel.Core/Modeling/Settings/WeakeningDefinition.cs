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
