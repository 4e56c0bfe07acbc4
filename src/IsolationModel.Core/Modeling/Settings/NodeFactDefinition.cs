namespace IsolationModel.Modeling;

/// <summary>Something that is decided on the node and that no descriptor shows.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Definition">What it says.</param>
/// <param name="SetBy">Which setting of the node decides it.</param>
/// <param name="SourceId">Where that is documented, or null.</param>
public sealed record NodeFactDefinition(string Id, string Definition, string SetBy, string? SourceId);
