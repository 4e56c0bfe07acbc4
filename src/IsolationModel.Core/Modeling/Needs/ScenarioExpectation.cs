namespace IsolationModel.Modeling;

/// <summary>What a source recommends for a scenario; a check of the model, never an input of a ranking.</summary>
/// <param name="Text">The recommendation in words.</param>
/// <param name="TechnologyIds">The technologies that it means, in its order.</param>
public sealed record ScenarioExpectation(LocalizedText Text, EquatableArray<string> TechnologyIds);
