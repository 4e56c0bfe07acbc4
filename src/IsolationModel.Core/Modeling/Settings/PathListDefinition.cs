namespace IsolationModel.Modeling;

/// <summary>A named list of host paths.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Entries">The paths, sorted.</param>
public sealed record PathListDefinition(string Id, EquatableArray<PathEntry> Entries);
