using System.Text;

namespace IsolationModel.Policies;

/// <summary>How paths of an operating system are written, as pieces of regular expressions.</summary>
/// <param name="Separator">One or more separators, with segments of one dot between them.</param>
/// <param name="Ending">What may follow the name of a folder without naming anything in it.</param>
/// <param name="Below">What may follow the name of a folder so that the whole is the folder or lies below it.</param>
/// <param name="IgnoresCase">Whether letters of either case are the same.</param>
internal sealed record PathSyntax(string Separator, string Ending, string Below, bool IgnoresCase)
{
    public static PathSyntax Unix { get; } = new("/(/|[.]/)*", "(/(/|[.]/)*[.]?)?", "(/.*)?", IgnoresCase: false);

    public static PathSyntax Windows { get; } = new(@"[/\\]([/\\]|[.][/\\])*", @"([/\\]([/\\]|[.][/\\])*[.]?)?", @"([/\\].*)?", IgnoresCase: true);

    /// <summary>A name as it is.</summary>
    public string Literal(string text)
    {
        var pattern = new StringBuilder();
        foreach (var c in text)
        {
            if (IgnoresCase && c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                pattern.Append('[').Append(char.ToUpperInvariant(c)).Append((char)(c | 0x20)).Append(']');
            }
            else if (IgnoresCase && c is '/' or '\\')
            {
                pattern.Append(@"[/\\]");
            }
            else if (c is '\\' or '^' or '[' or ']')
            {
                pattern.Append('\\').Append(c);
            }
            else if (c is '.' or '*' or '+' or '?' or '(' or ')' or '{' or '}' or '|' or '$')
            {
                pattern.Append('[').Append(c).Append(']');
            }
            else
            {
                pattern.Append(c);
            }
        }

        return pattern.ToString();
    }
}
