namespace IsolationModel.Modeling;

/// <summary>A label that a workload must carry.</summary>
/// <param name="Key">The label's key.</param>
/// <param name="Value">Its value.</param>
public sealed record LabelMatch(string Key, string Value);
