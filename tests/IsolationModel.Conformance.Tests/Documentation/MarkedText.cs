namespace IsolationModel.Conformance.Documentation;

/// <summary>An example's text, and the findings that its marker lines promise. The convention is described in analyzers/docs/README.md.</summary>
/// <param name="Text">The text without the marker lines.</param>
/// <param name="Markers">What the marker lines say, in their order.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<Marker> Markers)
{
    private const string RulePrefix = "ISM";
    private const int RuleIdLength = 7;

    /// <summary>Takes the marker lines out of a text.</summary>
    /// <exception cref="FormatException">A marker line stands in front of every line of the text.</exception>
    public static MarkedText Parse(IEnumerable<string> lines)
    {
        var text = new List<string>();
        var markers = new List<Marker>();
        foreach (var line in lines)
        {
            if (TryParse(line, text.Count) is not { } marker)
            {
                text.Add(line);
            }
            else if (text.Count == 0)
            {
                throw new FormatException($"The marker '{line.Trim()}' has no line above it.");
            }
            else
            {
                markers.Add(marker);
            }
        }

        return new MarkedText(string.Join('\n', text), markers);
    }

    /// <summary>
    /// A marker line: blanks, <c>#</c> or <c>//</c>, blanks, carets or one bar, a blank, a rule's id, and perhaps a colon with words of the message.
    /// </summary>
    private static Marker? TryParse(string line, int lineNumber)
    {
        var comment = SkipBlanks(line, 0);
        var sign = string.CompareOrdinal(line, comment, "//", 0, 2) == 0 ? 2 : comment < line.Length && line[comment] == '#' ? 1 : 0;
        if (sign == 0)
        {
            return null;
        }

        var start = SkipBlanks(line, comment + sign);
        var end = start;
        while (end < line.Length && line[end] == (line[start] == '|' ? '|' : '^'))
        {
            end++;
        }

        var id = SkipBlanks(line, end);
        if (end == start || id == end || id + RuleIdLength > line.Length || string.CompareOrdinal(line, id, RulePrefix, 0, RulePrefix.Length) != 0)
        {
            return null;
        }

        // Directly behind a number sign, the mark starts at the sign: there is no other way to point at the first column of a line.
        var first = sign == 1 && start == comment + sign ? comment : start;
        var rest = line[(id + RuleIdLength)..].Trim();
        return new Marker(
            line.Substring(id, RuleIdLength),
            lineNumber,
            first + 1,
            line[start] == '|' ? first + 1 : end + 1,
            rest.StartsWith(':') ? rest[1..].Trim() : string.Empty);
    }

    private static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
