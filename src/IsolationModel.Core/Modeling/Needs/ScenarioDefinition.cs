namespace IsolationModel.Modeling;

/// <summary>A preset for a kind of business: a level, wishes and conditions, and what a source recommends for it.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Order">Place in lists.</param>
/// <param name="LevelId">The security level.</param>
/// <param name="Goals">The wishes, sorted by goal id.</param>
/// <param name="NeedTokens">Further needs, as they are written.</param>
/// <param name="Constraints">Further conditions; those that were inferred say why.</param>
/// <param name="Expectation">What the source recommends, or null.</param>
/// <param name="Note">What to know before using it, or null.</param>
/// <param name="SourceIds">Where it comes from.</param>
public sealed record ScenarioDefinition(
    string Id,
    LocalizedText Name,
    int Order,
    string LevelId,
    EquatableArray<ScenarioGoal> Goals,
    EquatableArray<string> NeedTokens,
    EquatableArray<Constraint> Constraints,
    ScenarioExpectation? Expectation,
    string? Note,
    EquatableArray<string> SourceIds);
