namespace IsolationModel.Modeling;

/// <summary>Needs that an overlay declares for workloads by where they are.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Namespace">The namespace of the workloads, or null for any.</param>
/// <param name="Labels">Labels that they must carry, sorted by key.</param>
/// <param name="Path">A glob over the paths of their files, or null for any.</param>
/// <param name="NeedTokens">The needs, as they are written.</param>
/// <param name="LevelId">The level, or null.</param>
/// <param name="ScenarioId">The scenario, or null.</param>
/// <param name="AcceptsWeaker">Why a level weaker than one declared farther away is accepted, or null.</param>
public sealed record WorkloadNeeds(
    string Id,
    string? Namespace,
    EquatableArray<LabelMatch> Labels,
    string? Path,
    EquatableArray<string> NeedTokens,
    string? LevelId,
    string? ScenarioId,
    string? AcceptsWeaker);
