using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>What a source claims beside the evidence, kept word for word.</summary>
/// <param name="Value">The claim as an interval.</param>
/// <param name="Typical">The claimed typical quantity, or null.</param>
/// <param name="Text">The claim's own words.</param>
/// <param name="SourceId">Who claims it.</param>
public sealed record AttributeClaim(ValueInterval Value, QuantityInterval? Typical, string Text, string SourceId);
