namespace IsolationModel.Modeling;

/// <summary>A need that workloads can declare by name.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Kind">What kind of need it is.</param>
/// <param name="Name">Display name.</param>
/// <param name="Order">Strength among levels, weakest first; 0 for other needs.</param>
/// <param name="Constraints">What it requires; all must hold. Empty where the parameter or the choice says it.</param>
/// <param name="Rationale">Why it requires that.</param>
/// <param name="SourceIds">The standards that back it.</param>
public sealed record NeedDefinition(
    string Id,
    NeedKind Kind,
    LocalizedText Name,
    int Order,
    EquatableArray<Constraint> Constraints,
    string Rationale,
    EquatableArray<string> SourceIds)
{
    /// <summary>The set attribute whose words complete the need (<c>arch:arm64</c>), or null.</summary>
    public string? ParameterAttributeId { get; init; }

    /// <summary>The words that complete the need (<c>pod-security:baseline</c>), weakest first; empty where none do.</summary>
    public EquatableArray<string> Choices { get; init; }
}
