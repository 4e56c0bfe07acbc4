using IsolationModel.Modeling;

namespace IsolationModel.Generators.Inputs;

/// <summary>The model files that count.</summary>
/// <param name="Files">The files, in the order in which the compiler has them.</param>
internal sealed record ListedModels(EquatableArray<ModelFile> Files);
