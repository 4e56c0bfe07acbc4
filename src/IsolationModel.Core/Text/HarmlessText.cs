using System.Globalization;
using System.Text;

namespace IsolationModel.Text;

/// <summary>
/// Text from files as it may stand on a terminal, in a log and in the output of a compiler: names can hold escape sequences, line ends, marks that
/// reorder what is read, and commands that systems of continuous integration take out of logs. What is shown must stay what it is.
/// </summary>
public static class HarmlessText
{
    /// <summary>Longest text that is shown whole, in characters; what is longer is cut, with its length.</summary>
    private const int MaxLength = 4000;

    /// <summary>
    /// The same text, with everything that is no visible character spelt out (<c>\n</c>, <c>\u001B</c>), and so that no command of a log is in
    /// it: <c>::error::</c> where a line could start with it, as GitHub's runner asks for; <c>##vso[task.setvariable]</c>, <c>##[error]</c> and
    /// <c>##teamcity[...]</c> anywhere, since agents search whole lines for them.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        if (text.Length > MaxLength)
        {
            var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
            return $"{Of(text.Substring(0, end))}... ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)";
        }

        return IsPlain(text) ? text : Escape(text);
    }

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~' || StartsCommand(text, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsCommand(string text, int at) => text[at] switch
    {
        '#' => StartsBracketCommand(text, at),
        ':' => at + 1 < text.Length && text[at + 1] == ':' && IsFirst(text, at),
        _ => false,
    };

    private static bool IsFirst(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at == 0;
    }

    /// <summary>Two marks, a word or none, a bracket.</summary>
    private static bool StartsBracketCommand(string text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '#')
        {
            return false;
        }

        at += 2;
        while (at < text.Length && text[at] is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
        {
            at++;
        }

        return at < text.Length && text[at] == '[';
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (!IsVisible(text, i))
            {
                AppendCode(result, length == 2 ? char.ConvertToUtf32(text, i) : text[i]);
            }
            else if (StartsCommand(text, i))
            {
                AppendCode(result, text[i]);
            }
            else
            {
                result.Append(text, i, length);
            }

            i += length;
        }

        return result.ToString();
    }

    /// <summary>Half of a surrogate pair alone counts as a surrogate.</summary>
    private static bool IsVisible(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void AppendCode(StringBuilder result, int code) => _ = code switch
    {
        '\n' => result.Append("\\n"),
        '\r' => result.Append("\\r"),
        '\t' => result.Append("\\t"),
        <= 0xFFFF => result.Append("\\u").Append(code.ToString("X4", CultureInfo.InvariantCulture)),
        _ => result.Append("\\U").Append(code.ToString("X8", CultureInfo.InvariantCulture)),
    };
}
