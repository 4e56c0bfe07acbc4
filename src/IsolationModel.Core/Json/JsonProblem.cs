using IsolationModel.Text;

namespace IsolationModel.Json;

/// <summary>A place where a text is not JSON, and why.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Range">Where.</param>
/// <param name="Message">One sentence without final period.</param>
public sealed record JsonProblem(JsonProblemKind Kind, TextRange Range, string Message);
