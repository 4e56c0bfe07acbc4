namespace IsolationModel.Generators.Inputs;

/// <summary>A model file of the project.</summary>
/// <param name="Path">Its path as the compiler was given it.</param>
/// <param name="Text">Its text; null where the compiler could not read it.</param>
/// <param name="IsOffered">Whether it counts only where the settings list it; it lies beside them and not in the project.</param>
/// <param name="IsBuiltIn">Whether it is a part of the built-in model (our own build) and not an overlay on it.</param>
internal sealed record ModelFile(string Path, string? Text, bool IsOffered = false, bool IsBuiltIn = false) : ProjectFile(Path, Text);
