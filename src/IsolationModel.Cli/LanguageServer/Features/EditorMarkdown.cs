using System.Text;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>
/// Text from files as it may stand in a hover, which editors show as Markdown: it reads as it is, and starts no link, picture, code or list. Only what
/// CommonMark would follow is escaped, since some editors show the source.
/// </summary>
internal static class EditorMarkdown
{
    private const string Address = "https://";

    /// <summary>The text, harmless as such and as Markdown.</summary>
    public static string Of(string text)
    {
        var harmless = HarmlessText.Of(text);
        var result = new StringBuilder(harmless.Length + 16);
        for (var i = 0; i < harmless.Length; i++)
        {
            var c = harmless[i];
            if (NeedsBackslash(harmless, i))
            {
                result.Append('\\');
            }

            _ = c switch
            {
                '<' => result.Append("&lt;"),
                '&' => result.Append("&amp;"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    /// <summary>A line of an answer: an address becomes a link where it is nothing else.</summary>
    public static string OfLine(string line) => IsAddress(line) ? $"<{line}>" : Of(line);

    private static bool NeedsBackslash(string text, int at) => text[at] switch
    {
        '\\' or '`' or '*' or '~' or '|' => true,

        // Brackets alone are text; a link, a picture or the definition of one needs more.
        '[' => at == 0 || text[at - 1] == '!',
        ']' => at + 1 < text.Length && text[at + 1] is '(' or '[' or ':',
        '_' => at == 0 || at + 1 == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]),

        // Editors make links of bare addresses.
        ':' => at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/',
        '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase) || IsNumberBefore(text, at),
        '@' => at > 0 && !char.IsWhiteSpace(text[at - 1]),
        ')' => IsNumberBefore(text, at),
        '#' or '>' or '-' or '+' or '=' => at == 0,
        _ => false,
    };

    private static bool IsNumberBefore(string text, int at) => at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsAddress(string line) =>
        line.StartsWith(Address, StringComparison.Ordinal) && line.All(static c => char.IsAsciiLetterOrDigit(c) || "/._~%?=&#:+-,@".Contains(c, StringComparison.Ordinal));
}
