namespace IsolationModel.Evaluation;

/// <summary>A technology that two models judge differently against a need.</summary>
/// <param name="Need">The need as it is written.</param>
/// <param name="TechnologyId">The technology.</param>
/// <param name="Before">The verdict by the first model.</param>
/// <param name="After">The verdict by the second model.</param>
public sealed record VerdictChange(string Need, string TechnologyId, Verdict Before, Verdict After);
