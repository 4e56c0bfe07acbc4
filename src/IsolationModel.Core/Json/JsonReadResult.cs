using IsolationModel.Data;

namespace IsolationModel.Json;

/// <summary>What came of reading a JSON text.</summary>
/// <param name="Root">The document, or null when the text is not JSON.</param>
/// <param name="Problems">What was found wrong, in document order.</param>
public sealed record JsonReadResult(DataNode? Root, IReadOnlyList<JsonProblem> Problems);
