namespace IsolationModel.Modeling;

/// <summary>A way to isolate. Settings act on a boundary by its mechanism.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Definition">What the mechanism is.</param>
public sealed record MechanismDefinition(string Id, LocalizedText Name, string Definition);
