namespace IsolationModel.Generators.Inputs;

/// <summary>The settings file of the project.</summary>
/// <param name="Path">Its path as the compiler was given it.</param>
/// <param name="Text">Its text; null where the compiler could not read it.</param>
internal sealed record SettingsText(string Path, string? Text) : ProjectFile(Path, Text);
