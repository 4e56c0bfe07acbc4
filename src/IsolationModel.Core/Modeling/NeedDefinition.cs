namespace IsolationModel.Modeling;

/// <summary>A need that workloads can declare by name.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Kind">Level or threat.</param>
/// <param name="Name">Display name.</param>
/// <param name="Order">Strength among levels, weakest first; 0 for threats.</param>
/// <param name="Constraints">What it requires; all must hold.</param>
/// <param name="Rationale">Why it requires that.</param>
/// <param name="SourceIds">The standards that back it.</param>
public sealed record NeedDefinition(
    string Id,
    NeedKind Kind,
    LocalizedText Name,
    int Order,
    EquatableArray<Constraint> Constraints,
    string Rationale,
    EquatableArray<string> SourceIds);
