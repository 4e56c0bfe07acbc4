using System.Text;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.Markdown;

/// <summary>
/// Text from files as it may stand within a line of Markdown on GitHub and GitLab: it reads as it is, and starts no link, mention, tag, emoji or cell.
/// </summary>
internal static class MarkdownText
{
    /// <summary>A space without width: behind a mark that would otherwise name a person or an issue.</summary>
    private const string Break = "&#8203;";

    /// <summary>The text, harmless as such and as Markdown.</summary>
    public static string Of(string text)
    {
        var harmless = HarmlessText.Of(text);
        var result = new StringBuilder(harmless.Length + 16);
        for (var i = 0; i < harmless.Length; i++)
        {
            var character = harmless[i];
            _ = character switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),

                // Addresses become links and words between colons emojis without being asked; an entity is no colon and no dot to that.
                ':' when i + 1 < harmless.Length && harmless[i + 1] != ' ' => result.Append("&#58;"),
                '.' when harmless.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase) => result.Append("&#46;"),
                '@' or '#' => result.Append(character).Append(Break),
                '\\' or '`' or '*' or '_' or '[' or ']' or '!' or '|' or '~' or '$' => result.Append('\\').Append(character),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }
}
