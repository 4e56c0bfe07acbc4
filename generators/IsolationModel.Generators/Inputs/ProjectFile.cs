namespace IsolationModel.Generators.Inputs;

/// <summary>An additional file that the generator reads.</summary>
/// <param name="Path">Its path as the compiler was given it.</param>
/// <param name="Text">Its text; null where the compiler could not read it.</param>
internal abstract record ProjectFile(string Path, string? Text);
