namespace IsolationModel.Evaluation;

/// <summary>A computed figure for people: the ends over the documented ranges, and the figure for the typical values. Never used in a verdict.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; null where an input has no upper end.</param>
/// <param name="Typical">The figure for the typical values; null where an input has none.</param>
/// <param name="Unit">The unit.</param>
public sealed record FormulaInterval(decimal Low, decimal? High, decimal? Typical, string Unit);
