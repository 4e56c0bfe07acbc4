using IsolationModel.Text;

namespace IsolationModel.Descriptors.Helm;

/// <summary>A line of a template that says the same whatever the template is given.</summary>
/// <param name="Indentation">The blanks in front of it, with those that a list's dash stands for.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value without quotes and comment; empty where there is none.</param>
/// <param name="IsQuoted">Whether the value has quotes.</param>
/// <param name="Range">The value's place.</param>
internal sealed record TemplateLine(int Indentation, string Key, string Value, bool IsQuoted, TextRange Range);
