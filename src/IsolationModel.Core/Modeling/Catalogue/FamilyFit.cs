namespace IsolationModel.Modeling;

/// <summary>Something that a family is used for.</summary>
/// <param name="Text">The use.</param>
/// <param name="SourceIds">Who says so.</param>
public sealed record FamilyFit(string Text, EquatableArray<string> SourceIds);
