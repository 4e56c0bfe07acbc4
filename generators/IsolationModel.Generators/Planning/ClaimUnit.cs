namespace IsolationModel.Generators.Planning;

/// <summary>A claim beside a value.</summary>
/// <param name="Interval">Code of the claimed range.</param>
/// <param name="Typical">Code of the claimed typical quantity, or null.</param>
/// <param name="Text">The claim's words.</param>
/// <param name="SourceId">Who claims it.</param>
internal sealed record ClaimUnit(string Interval, string? Typical, string Text, string SourceId);
