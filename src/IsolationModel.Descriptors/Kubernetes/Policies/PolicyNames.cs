using System.Globalization;
using System.Text;
using IsolationModel.Policies;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Names made of ids and needs, as Kubernetes and CEL allow them.</summary>
internal static class PolicyNames
{
    /// <summary>Longer ones are cut: with what is put before and behind it, a name has to fit into a label.</summary>
    private const int Longest = 40;

    /// <summary>Words that are no names in CEL, or that the API server or Gatekeeper keeps for itself.</summary>
    private static readonly string[] Taken =
    [
        "anyObject", "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "namespace", "null", "package", "params", "return",
        "true", "var", "void", "while",
    ];

    /// <summary>The needs as one word: <c>level-high</c>, <c>startup-at-most-125-ms</c>.</summary>
    public static string Slug(IsolationPolicy policy)
    {
        var all = string.Join("-", policy.Needs.Select(need => need.Token.Replace("<=", " at most ").Replace(">=", " at least ").Replace("<", " below ")));
        var slug = string.Join("-", Words(all).Select(static word => word.ToLowerInvariant()));
        return slug.Length <= Longest ? slug : slug.Substring(0, Longest - 9).TrimEnd('-') + "-" + Hash(all);
    }

    /// <summary>An id as a variable that nothing else is called.</summary>
    public static string Variable(string id, ISet<string> used)
    {
        var name = Pascal(id);
        name = name.Length == 0 || name[0] is >= '0' and <= '9' ? "rule" + name : char.ToLowerInvariant(name[0]) + name.Substring(1);
        var free = name;
        for (var i = 2; Array.IndexOf(Taken, free) >= 0 || !used.Add(free); i++)
        {
            free = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>Words in one, each with a capital letter.</summary>
    public static string Pascal(string text) => string.Concat(Words(text).Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>Runs of ASCII letters and digits.</summary>
    private static string[] Words(string text) =>
        new string([.. text.Select(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>FNV-1a: short, and the same everywhere.</summary>
    private static string Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2166136261u, static (hash, value) => unchecked((hash ^ value) * 16777619u)).ToString("x8", CultureInfo.InvariantCulture);
}
