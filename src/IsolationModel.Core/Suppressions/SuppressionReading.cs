namespace IsolationModel.Suppressions;

/// <summary>What the text of suppressions amounts to.</summary>
/// <param name="Suppressions">What holds, in the order of the text.</param>
/// <param name="Problems">What cannot be followed, in the order of the text.</param>
public sealed record SuppressionReading(IReadOnlyList<Suppression> Suppressions, IReadOnlyList<SuppressionProblem> Problems);
