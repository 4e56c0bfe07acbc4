namespace IsolationModel.Evaluation;

/// <summary>The founding document's performance formula, and the companion that orders.</summary>
/// <param name="DocumentRatio">
/// P = (T_s + T_e) / R_c in seconds per megabyte, literally as the founding document has it: start-up and execution time over memory. Descriptive
/// only: it rises with time and falls with memory, so it is neither a cost nor a benefit, and neither high nor low is good. Not used in rankings.
/// </param>
/// <param name="ResourceTime">C = (T_s + T_e) * R_c in gigabyte-seconds: what function platforms bill. Lower is better.</param>
public sealed record PerformanceFigures(FormulaInterval DocumentRatio, FormulaInterval ResourceTime);
