using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>One value of a technology.</summary>
/// <param name="Key">Code of the attribute's key.</param>
/// <param name="Interval">Code of the documented range.</param>
/// <param name="Typical">Code of the typical quantity, or null.</param>
/// <param name="Condition">Under which condition it holds, or null.</param>
/// <param name="Note">What else to know, or null.</param>
/// <param name="Contested">Why the value is disputed, or null.</param>
/// <param name="AsOf">Date of the fact, or null.</param>
/// <param name="SourceIds">Ids of its sources.</param>
/// <param name="Claim">What the founding document says, or null.</param>
/// <param name="Title">The attribute's display name.</param>
/// <param name="Documentation">The value with all that is known of it, as one line for people.</param>
internal sealed record ValueUnit(
    string Key,
    string Interval,
    string? Typical,
    string? Condition,
    string? Note,
    string? Contested,
    string? AsOf,
    EquatableArray<string> SourceIds,
    ClaimUnit? Claim,
    string Title,
    string Documentation);
