namespace IsolationModel.Text;

/// <summary>A range of a file with its lines and columns.</summary>
/// <param name="File">The file's path as it shall be shown.</param>
/// <param name="Range">Where, in characters.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just behind its last character.</param>
public readonly record struct TextPlace(string File, TextRange Range, TextPosition Start, TextPosition End);
