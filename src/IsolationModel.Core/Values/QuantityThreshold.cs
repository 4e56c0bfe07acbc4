namespace IsolationModel.Values;

/// <summary>A limit on a quantity.</summary>
/// <param name="Comparison">How the quantity must stand to the limit.</param>
/// <param name="Limit">The limit.</param>
public sealed record QuantityThreshold(QuantityComparison Comparison, Quantity Limit) : Threshold;
