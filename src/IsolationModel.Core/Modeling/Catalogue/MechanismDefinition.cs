namespace IsolationModel.Modeling;

/// <summary>A technique of kernels and processors. Settings act on a boundary by the mechanism of its technology.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
public sealed record MechanismDefinition(string Id, LocalizedText Name)
    : CatalogEntryDefinition(Id, Name)
{
    /// <inheritdoc/>
    public override EntryKind EntryKind => EntryKind.Mechanism;
}
