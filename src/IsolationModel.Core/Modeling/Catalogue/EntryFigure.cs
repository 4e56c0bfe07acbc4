namespace IsolationModel.Modeling;

/// <summary>A measured figure as it was published. Figures are shown, not scored: what scoring reads are attribute values.</summary>
/// <param name="Metric">What was measured: an id such as <c>startup</c>.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Condition">Under which conditions, or null.</param>
/// <param name="Note">What else to know, or null.</param>
/// <param name="SourceIds">Who measured it.</param>
public sealed record EntryFigure(string Metric, string Value, string? Condition, string? Note, EquatableArray<string> SourceIds);
