namespace IsolationModel.Modeling;

/// <summary>A product that watches workloads or enforces policy.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
public sealed record ControlDefinition(string Id, LocalizedText Name)
    : CatalogEntryDefinition(Id, Name)
{
    /// <inheritdoc/>
    public override EntryKind EntryKind => EntryKind.Control;
}
