namespace IsolationModel.Modeling;

/// <summary>A setting of a container that acts on its boundary, whatever the descriptor's format calls it.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Choices">Its words; for <see cref="SettingKind.Choice"/> only.</param>
/// <param name="Definition">What it means.</param>
public sealed record SettingDefinition(string Id, SettingKind Kind, EquatableArray<string> Choices, string Definition)
{
    /// <summary>The words that a list may hold, sorted; empty where any word will do.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>Where <see cref="Words"/> were read, or null.</summary>
    public string? SourceId { get; init; }
}
