using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A key with its value and its place: a node selector, an overhead.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Range">Where the key stands.</param>
public sealed record PlacedValue(string Key, string Value, TextRange Range);
