namespace IsolationModel.Modeling;

/// <summary>A device, or a feature of a processor.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
public sealed record HardwareDefinition(string Id, LocalizedText Name)
    : CatalogEntryDefinition(Id, Name)
{
    /// <inheritdoc/>
    public override EntryKind EntryKind => EntryKind.Hardware;
}
