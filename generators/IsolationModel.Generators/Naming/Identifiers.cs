using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Naming;

/// <summary>Makes C# names of ids.</summary>
internal static class Identifiers
{
    /// <summary>
    /// The name of an id in Pascal case: <c>software-sandbox</c> is <c>SoftwareSandbox</c>, <c>hostArch</c> is <c>HostArch</c>. Where the display name
    /// writes a word of the id in mixed case, that is how it is written: <c>gvisor</c>, shown as gVisor, is <c>GVisor</c>.
    /// </summary>
    public static string Pascal(string id, string? displayName = null)
    {
        var name = new StringBuilder(id.Length);
        foreach (var word in Words(id))
        {
            var written = displayName is null ? word : AsWritten(word, displayName);
            name.Append(char.ToUpperInvariant(written[0])).Append(written, 1, written.Length - 1);
        }

        if (name.Length == 0 || name[0] is >= '0' and <= '9')
        {
            name.Insert(0, '_');
        }

        return name.ToString();
    }

    /// <summary>A dotted name whose parts are made valid; null where nothing is left of it.</summary>
    public static string? Namespace(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split('.'))
        {
            var name = new StringBuilder(part.Length);
            foreach (var c in part.Trim())
            {
                name.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
            }

            if (name.Length > 0)
            {
                parts.Add(Escape(SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name.ToString() : "_" + name));
            }
        }

        return parts.Count == 0 ? null : string.Join(".", parts);
    }

    /// <summary>Keywords get an <c>@</c>.</summary>
    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static List<string> Words(string id)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= id.Length; i++)
        {
            var isPart = i < id.Length && id[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                words.Add(id.Substring(start, i - start));
                start = -1;
            }
        }

        return words;
    }

    private static string AsWritten(string word, string displayName)
    {
        var at = displayName.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return word;
        }

        var written = displayName.Substring(at, word.Length);
        return written.Any(char.IsLower) && written.Any(char.IsUpper) ? written : word;
    }
}
