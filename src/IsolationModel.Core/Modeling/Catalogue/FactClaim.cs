namespace IsolationModel.Modeling;

/// <summary>What a source claims beside a fact.</summary>
/// <param name="Text">The claim.</param>
/// <param name="SourceId">Who claims it.</param>
public sealed record FactClaim(string Text, string SourceId);
