using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>A text of a settings file with its place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Range">Where it stands, with its quotes.</param>
public sealed record PlacedText(string Text, TextRange Range);
