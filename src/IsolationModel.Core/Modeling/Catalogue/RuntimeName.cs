namespace IsolationModel.Modeling;

/// <summary>What a runtime name means.</summary>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Name">The name, case-sensitive.</param>
/// <param name="TechnologyId">What it means, or null where it is known to mean nothing certain.</param>
/// <param name="Note">What else to know, or null.</param>
/// <param name="IsDeclared">Whether an overlay declares it, so that it is a fact of the user's clusters and not a habit.</param>
public sealed record RuntimeName(RuntimeNameKind Kind, string Name, string? TechnologyId, string? Note, bool IsDeclared);
