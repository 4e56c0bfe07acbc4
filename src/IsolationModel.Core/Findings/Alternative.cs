using IsolationModel.Evaluation;

namespace IsolationModel.Findings;

/// <summary>A technology that could be picked instead.</summary>
/// <param name="TechnologyId">The technology.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Verdict">How it stands against all declared needs under the workload's own settings.</param>
/// <param name="Shortfall">Weighted missing grades against the declared goals; 0 means that all goals are reached.</param>
public sealed record Alternative(string TechnologyId, string Name, Verdict Verdict, int Shortfall);
