namespace IsolationModel.Evaluation;

/// <summary>A property of an entry that differs between two models.</summary>
/// <param name="Property">The property; a value of an attribute is called <c>values.boundary</c>.</param>
/// <param name="Before">Its text in the first model; null where it has none.</param>
/// <param name="After">Its text in the second model; null where it has none.</param>
public sealed record PropertyChange(string Property, string? Before, string? After);
