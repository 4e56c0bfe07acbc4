namespace IsolationModel.Evaluation;

/// <summary>A single change that would make another technology the best one.</summary>
/// <param name="TechnologyId">The technology whose grade changes; null for a change of a weight.</param>
/// <param name="AttributeId">The attribute.</param>
/// <param name="From">The weight or grade as it is.</param>
/// <param name="To">The nearest weight or grade at which the best one is another.</param>
/// <param name="NewBestId">The technology that would be best then.</param>
public sealed record RankingChange(string? TechnologyId, string AttributeId, int From, int To, string NewBestId);
