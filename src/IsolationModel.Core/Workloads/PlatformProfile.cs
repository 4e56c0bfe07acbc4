using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A rule of a cluster that hands pods over to another platform without a word in their manifests: a Fargate profile.</summary>
/// <param name="PlatformId">The platform that takes them.</param>
/// <param name="Name">The profile's name.</param>
/// <param name="Selectors">Which pods; any of them suffices.</param>
/// <param name="Range">Where it is named.</param>
public sealed record PlatformProfile(string PlatformId, string Name, IReadOnlyList<ProfileSelector> Selectors, TextRange Range);
