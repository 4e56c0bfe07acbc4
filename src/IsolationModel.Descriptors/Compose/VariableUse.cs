using IsolationModel.Findings;

namespace IsolationModel.Descriptors.Compose;

/// <summary>A variable that a value is made of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">Where its value comes from.</param>
/// <param name="Place">The place of its value in an environment file; null for other origins.</param>
internal sealed record VariableUse(string Name, VariableOrigin Origin, RelatedLocation? Place = null);
