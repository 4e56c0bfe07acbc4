namespace IsolationModel.Modeling;

/// <summary>A decision tree: questions in order, of which the first that is answered with yes decides.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Title">What it decides.</param>
/// <param name="Questions">The questions, in order.</param>
/// <param name="SourceIds">Where it comes from.</param>
public sealed record DecisionTreeDefinition(string Id, LocalizedText Title, EquatableArray<DecisionQuestion> Questions, EquatableArray<string> SourceIds);
