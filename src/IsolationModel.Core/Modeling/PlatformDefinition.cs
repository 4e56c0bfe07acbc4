namespace IsolationModel.Modeling;

/// <summary>Something that starts workloads: what it picks when nothing is said, and what it can pick from.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="DefaultTechnologyId">What runs when the descriptor picks nothing.</param>
/// <param name="Requirements">What a technology must meet to be picked there at all.</param>
public sealed record PlatformDefinition(string Id, LocalizedText Name, string DefaultTechnologyId, EquatableArray<Constraint> Requirements);
