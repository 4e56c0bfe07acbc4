using IsolationModel.Findings;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>What came of reading the project's model files.</summary>
/// <param name="Model">The model; null where the project has no model files.</param>
/// <param name="Findings">What is wrong in them.</param>
internal sealed record ModelReading(MergedModel? Model, EquatableArray<Finding> Findings);
