namespace IsolationModel.Modeling;

/// <summary>A wish by name: grades to aim at in one attribute. Wishes rank technologies, they never rule one out.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="AttributeId">The attribute whose grade counts.</param>
/// <param name="Targets">What its words mean, most demanding first.</param>
/// <param name="Rationale">What is meant, or null.</param>
public sealed record GoalDefinition(string Id, LocalizedText Name, string AttributeId, EquatableArray<GoalTarget> Targets, string? Rationale)
{
    /// <summary>What a word means, or null.</summary>
    public GoalTarget? Find(string word)
    {
        foreach (var target in Targets)
        {
            if (string.Equals(target.Word, word, StringComparison.Ordinal))
            {
                return target;
            }
        }

        return null;
    }
}
