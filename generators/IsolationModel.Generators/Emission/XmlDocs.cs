using System.Text;

namespace IsolationModel.Generators.Emission;

/// <summary>Texts of the model as documentation comments, whatever they hold.</summary>
internal static class XmlDocs
{
    /// <summary>Writes a summary.</summary>
    public static SourceWriter Summary(this SourceWriter writer, string text) => writer.Line($"/// <summary>{Escape(text)}</summary>");

    /// <summary>Writes that the documentation of another member holds.</summary>
    public static SourceWriter Inherit(this SourceWriter writer, string code) => writer.Line($"/// <inheritdoc cref=\"{code}\"/>");

    /// <summary>
    /// The text on one line, escaped. What XML cannot hold, and what would end the comment's line (also line separators of Unicode), becomes a blank.
    /// </summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (c is < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or '\ufffe' or '\uffff' || char.IsSurrogate(c))
            {
                result.Append(' ');
            }
            else
            {
                _ = c switch
                {
                    '&' => result.Append("&amp;"),
                    '<' => result.Append("&lt;"),
                    '>' => result.Append("&gt;"),
                    '"' => result.Append("&quot;"),
                    _ => result.Append(c),
                };
            }
        }

        return result.ToString();
    }
}
