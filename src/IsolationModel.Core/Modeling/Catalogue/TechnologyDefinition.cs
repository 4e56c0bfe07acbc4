namespace IsolationModel.Modeling;

/// <summary>A technology that isolates.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Kind">What kind of thing it is (<c>runtime</c>, <c>stack</c>, <c>hypervisor</c>, <c>engine</c>).</param>
/// <param name="Order">Place in the catalogue; the last tie-break of a ranking.</param>
/// <param name="MechanismId">How it isolates.</param>
/// <param name="Values">Its attributes' values, sorted by attribute id.</param>
public sealed record TechnologyDefinition(
    string Id,
    LocalizedText Name,
    string Kind,
    int Order,
    string MechanismId,
    EquatableArray<AttributeValue> Values)
    : CatalogEntryDefinition(Id, Name)
{
    /// <inheritdoc/>
    public override EntryKind EntryKind => EntryKind.Technology;

    /// <summary>What a stack is made of; null for everything else.</summary>
    public StackDefinition? Stack { get; init; }

    /// <summary>The value of an attribute, or null where the model says nothing.</summary>
    public AttributeValue? Find(string attributeId) => AttributeValue.Find(Values, attributeId);
}
