using System.Text;

namespace IsolationModel.Json;

/// <summary>Takes the white space between tokens out of JSON, so that texts which say the same in the same order are the same text.</summary>
public static class JsonMinifier
{
    /// <summary>The text without blanks, tabs and line ends outside of strings. A text that is not JSON comes back in some form, never as an exception.</summary>
    public static string Minify(string text)
    {
        var result = new StringBuilder(text.Length);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                result.Append(c);
                if (c == '\\' && i + 1 < text.Length)
                {
                    result.Append(text[++i]);
                }
                else if (c == '"')
                {
                    inString = false;
                }
            }
            else if (c is not (' ' or '\t' or '\r' or '\n'))
            {
                result.Append(c);
                inString = c == '"';
            }
        }

        return result.ToString();
    }
}
