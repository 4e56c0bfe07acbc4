namespace IsolationModel.Modeling;

/// <summary>A fact in words.</summary>
/// <param name="Topic">What it is about: an id such as <c>privileged</c> or <c>escape</c>.</param>
/// <param name="Text">The fact.</param>
/// <param name="SourceIds">Who says so.</param>
/// <param name="AsOf">Date of the fact, or null.</param>
/// <param name="Claim">What another source says of the same thing, or null.</param>
public sealed record EntryFact(string Topic, string Text, EquatableArray<string> SourceIds, string? AsOf, FactClaim? Claim);
