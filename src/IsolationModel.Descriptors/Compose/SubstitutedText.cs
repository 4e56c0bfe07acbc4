namespace IsolationModel.Descriptors.Compose;

/// <summary>A text with its variables filled in.</summary>
/// <param name="Text">The text; as it was where a variable is not known.</param>
/// <param name="IsKnown">Whether all variables are known that it takes.</param>
/// <param name="ContentStart">Where all of the result stands in the text that was given, character by character; otherwise -1.</param>
/// <param name="Uses">The variables, in the order in which they stand.</param>
internal sealed record SubstitutedText(string Text, bool IsKnown, int ContentStart, IReadOnlyList<VariableUse> Uses);
