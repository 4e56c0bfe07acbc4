namespace IsolationModel.Data;

/// <summary>A key and its value in a mapping.</summary>
/// <param name="Key">The key with its place.</param>
/// <param name="Value">The value.</param>
public readonly record struct DataEntry(DataScalar Key, DataNode Value);
