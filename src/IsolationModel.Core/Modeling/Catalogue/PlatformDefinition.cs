namespace IsolationModel.Modeling;

/// <summary>Something that starts workloads: what it picks when nothing is said, and what it can pick from.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="DefaultTechnologyId">What runs when the descriptor picks nothing; null for platforms that no descriptor addresses.</param>
/// <param name="Requirements">What a technology must meet to be picked there at all.</param>
/// <param name="Values">What the platform itself brings along, sorted by attribute id.</param>
public sealed record PlatformDefinition(
    string Id, LocalizedText Name, string? DefaultTechnologyId, EquatableArray<Constraint> Requirements, EquatableArray<AttributeValue> Values)
    : CatalogEntryDefinition(Id, Name)
{
    /// <inheritdoc/>
    public override EntryKind EntryKind => EntryKind.Platform;
}
