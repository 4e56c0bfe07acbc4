using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>The fixed bands by which a quantity is graded 3 (best) to 0.</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Three">Limit of grade 3.</param>
/// <param name="Two">Limit of grade 2.</param>
/// <param name="One">Limit of grade 1.</param>
public sealed record GradeBand(string AttributeId, QuantityThreshold Three, QuantityThreshold Two, QuantityThreshold One);
