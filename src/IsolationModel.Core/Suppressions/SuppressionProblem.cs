using IsolationModel.Text;

namespace IsolationModel.Suppressions;

/// <summary>Something in a suppression that cannot be followed.</summary>
/// <param name="Range">Where.</param>
/// <param name="Message">One sentence without final period.</param>
/// <param name="Replacement">What was probably meant at that place, or null.</param>
public sealed record SuppressionProblem(TextRange Range, string Message, string? Replacement = null);
