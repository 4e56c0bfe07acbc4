namespace IsolationModel.Modeling;

/// <summary>A family of technologies, with its row of the comparison.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Definition">What makes a technology one of the family.</param>
/// <param name="Values">What can be said of the family as a whole, sorted by attribute id.</param>
/// <param name="Fits">What it is used for.</param>
public sealed record FamilyDefinition(
    string Id, LocalizedText Name, string Definition, EquatableArray<AttributeValue> Values, EquatableArray<FamilyFit> Fits)
{
    /// <summary>The value of an attribute, or null where the model says nothing.</summary>
    public AttributeValue? Find(string attributeId) => AttributeValue.Find(Values, attributeId);
}
