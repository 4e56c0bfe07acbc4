namespace IsolationModel.Modeling;

/// <summary>A level of a scale.</summary>
/// <param name="Id">Id, unique in its scale.</param>
/// <param name="Name">Display name.</param>
/// <param name="Definition">What decides whether something is on this level.</param>
public sealed record ScaleLevel(string Id, LocalizedText Name, string Definition);
