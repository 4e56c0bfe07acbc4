using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>One condition of a need.</summary>
/// <param name="AttributeId">The attribute that is looked at.</param>
/// <param name="Threshold">What it must pass.</param>
/// <param name="Text">The condition for messages, such as <c>boundary at least software-sandbox</c>.</param>
public sealed record Constraint(string AttributeId, Threshold Threshold, string Text);
