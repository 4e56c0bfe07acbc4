using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>A TOML text with the place that is read next, and the first problem. After a problem everything stops.</summary>
internal sealed class TomlText(string text)
{
    private const char End = '\0';
    private int _nodes;

    /// <summary>The text; it holds no NUL, which stands for its end.</summary>
    public string Text { get; } = text;

    public int At { get; set; }

    public TomlProblem? Problem { get; private set; }

    public bool IsAtEnd => At >= Text.Length;

    public char Current => At < Text.Length ? Text[At] : End;

    public char Next => At + 1 < Text.Length ? Text[At + 1] : End;

    public bool StartsWith(string part) => string.CompareOrdinal(Text, At, part, 0, part.Length) == 0;

    /// <summary>Tells what is wrong, once; always false, for callers that return it.</summary>
    public bool Fail(TextRange range, string message) => Fail(InputRules.SyntaxError, range, $"the TOML is not well-formed: {message}");

    /// <summary>Tells what is wrong with the character that is read next.</summary>
    public bool FailHere(string message) => Fail(new TextRange(At, IsAtEnd ? 0 : 1), message);

    /// <summary>Counts a node against the limits.</summary>
    public bool Count(int at, int depth)
    {
        _nodes++;
        if (depth > DescriptorLimits.Depth)
        {
            return Fail(InputRules.TooDeep, new TextRange(at, 1), $"tables and lists nest deeper than {DescriptorLimits.Depth} levels, so the document is not judged");
        }

        return _nodes <= DescriptorLimits.Nodes
            || Fail(InputRules.TooManyNodes, new TextRange(at, 0), $"the file has more than {DescriptorLimits.Nodes} nodes, so it is not judged; split it");
    }

    public void SkipSpaces()
    {
        while (Current is ' ' or '\t')
        {
            At++;
        }
    }

    /// <summary>Skips blanks, line ends and comments.</summary>
    public void SkipLines()
    {
        while (true)
        {
            SkipSpaces();
            SkipComment();
            if (Current is '\r' or '\n')
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Behind a value or header only a comment may stand.</summary>
    public bool ReadLineEnd()
    {
        SkipSpaces();
        SkipComment();
        return IsAtEnd || Current is '\r' or '\n' || FailHere("nothing but a comment may stand here");
    }

    public DataScalar Scalar(int start, string value, bool isPlain, int quotes)
    {
        var length = At - start - (2 * quotes);
        var isVerbatim = length == value.Length && string.CompareOrdinal(Text, start + quotes, value, 0, length) == 0;
        return new DataScalar(TextRange.FromBounds(start, At), value, isPlain, isVerbatim ? start + quotes : -1);
    }

    private bool Fail(RuleDescriptor rule, TextRange range, string message)
    {
        Problem ??= new TomlProblem(rule, range, message);
        return false;
    }

    private void SkipComment()
    {
        if (Current == '#')
        {
            var end = Text.IndexOf('\n', At);
            At = end < 0 ? Text.Length : end;
        }
    }
}
