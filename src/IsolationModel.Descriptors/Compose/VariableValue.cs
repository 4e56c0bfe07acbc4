using IsolationModel.Findings;

namespace IsolationModel.Descriptors.Compose;

/// <summary>What an environment file says of a variable.</summary>
/// <param name="Text">Its value; null where it depends on a variable that no file knows.</param>
/// <param name="Place">Where it is said.</param>
internal sealed record VariableValue(string? Text, RelatedLocation Place);
