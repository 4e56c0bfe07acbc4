using System.Buffers;
using System.Globalization;
using System.Text;

namespace IsolationModel.Cli.Output;

/// <summary>
/// Text from files as it may stand on a terminal: names can hold escape sequences, line ends and marks that reorder what is read, and a report
/// must stay what it is.
/// </summary>
internal static class HarmlessText
{
    /// <summary>Longest text that is shown whole, in characters; what is longer is cut, with its length.</summary>
    private const int MaxLength = 4000;

    /// <summary>The same text, with everything that is no visible character spelt out (<c>\n</c>, <c>\u001B</c>).</summary>
    public static string Of(string text)
    {
        if (text.Length > MaxLength)
        {
            var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
            return string.Create(CultureInfo.InvariantCulture, $"{Of(text[..end])}... ({text.Length} characters)");
        }

        return IsPlain(text) ? text : Escape(text);
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length + 16);
        while (!text.IsEmpty)
        {
            var isCharacter = Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done;
            if (isCharacter && IsVisible(rune))
            {
                result.Append(text[..length]);
            }
            else
            {
                AppendCode(result, isCharacter ? rune.Value : text[0]);
            }

            text = text[length..];
        }

        return result.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void AppendCode(StringBuilder result, int code) => _ = code switch
    {
        '\n' => result.Append("\\n"),
        '\r' => result.Append("\\r"),
        '\t' => result.Append("\\t"),
        <= 0xFFFF => result.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}"),
        _ => result.Append(CultureInfo.InvariantCulture, $"\\U{code:X8}"),
    };
}
