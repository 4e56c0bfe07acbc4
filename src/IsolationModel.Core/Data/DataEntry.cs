namespace IsolationModel.Data;

/// <summary>A key and its value in a mapping.</summary>
/// <param name="Key">The key with its place.</param>
/// <param name="Value">The value.</param>
/// <param name="IsMerged">Whether a merge key (<c>&lt;&lt;</c>) brought it, so that nobody wrote it here.</param>
public readonly record struct DataEntry(DataScalar Key, DataNode Value, bool IsMerged = false);
