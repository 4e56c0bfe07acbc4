using System.Text;

namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads scalars without quotes (YAML 1.2.2, 7.3.3).</summary>
internal sealed class PlainScalarReader(YamlInput input)
{
    private readonly StringBuilder _folded = new();

    /// <summary>Whether one can start at the next place.</summary>
    /// <param name="isFlow">Whether brackets are around it.</param>
    public bool CanStart(bool isFlow) => input.Current switch
    {
        '-' => !input.IsWhite(input.At + 1),
        '?' => !isFlow && !input.IsWhite(input.At + 1),
        ':' => !input.IsWhite(input.At + 1) && !(isFlow && YamlInput.IsFlowIndicator(input.Text[input.At + 1])),
        ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => false,
        _ => !input.IsWhite(input.At),
    };

    /// <summary>Reads what stands in this line; the place afterwards is right behind it.</summary>
    public YamlEvent ReadLine(bool isFlow)
    {
        var start = input.At;
        SkipLine(isFlow);
        return new YamlEvent(YamlEventKind.Scalar, YamlStyle.Plain, start, input.At, input.Text.Substring(start, input.At - start), start, default);
    }

    /// <summary>Reads the lines that go on with a scalar, joined to it.</summary>
    /// <param name="first">What stood in its first line.</param>
    /// <param name="isFlow">Whether brackets are around it.</param>
    /// <param name="parent">The column of the node around it; lines that go on are indented more. In brackets any are.</param>
    public YamlEvent ReadOn(in YamlEvent first, bool isFlow, int parent)
    {
        if (!GoesOn(isFlow, parent, out var breaks))
        {
            return first;
        }

        _folded.Clear().Append(first.Value);
        int end;
        do
        {
            AppendFold(_folded, breaks);
            var start = input.At;
            SkipLine(isFlow);
            end = input.At;
            _folded.Append(input.Text, start, end - start);
        }
        while (GoesOn(isFlow, parent, out breaks));

        return first with { End = end, Value = _folded.ToString(), ContentStart = -1 };
    }

    /// <summary>One break joins two lines by a space; each further one stays (YAML 1.2.2, 6.5).</summary>
    public static void AppendFold(StringBuilder text, int breaks)
    {
        if (breaks == 1)
        {
            text.Append(' ');
        }
        else
        {
            text.Append('\n', breaks - 1);
        }
    }

    /// <summary>Goes to the next line of a scalar; where there is none, stays.</summary>
    private bool GoesOn(bool isFlow, int parent, out int breaks)
    {
        breaks = 0;
        var (text, end, at) = (input.Text, input.End, input.At);
        var line = at;
        var spaces = 0;
        while (at < end)
        {
            if (YamlInput.IsBreak(text[at]))
            {
                at += text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? 2 : 1;
                (line, spaces) = (at, 0);
                breaks++;
            }
            else if (YamlInput.IsBlank(text[at]))
            {
                spaces += text[at] == ' ' && spaces == at - line ? 1 : 0;
                at++;
            }
            else
            {
                break;
            }
        }

        if (breaks == 0 || at >= end || text[at] == '#' || !(isFlow || spaces > parent) || input.IsMarkAt(line) || !IsContent(at, isFlow))
        {
            return false;
        }

        input.StartAt(line);
        input.At = at;
        return true;
    }

    private void SkipLine(bool isFlow)
    {
        var (text, end, at) = (input.Text, input.End, input.At);
        var last = at;
        for (; at < end; at++)
        {
            var c = text[at];
            if (YamlInput.IsBlank(c))
            {
                continue;
            }

            if (YamlInput.IsBreak(c) || (c == '#' && at > last) || !IsContent(at, isFlow))
            {
                break;
            }

            last = at + 1;
        }

        input.At = last;
    }

    /// <summary>Whether a character belongs to a scalar, once it has started.</summary>
    private bool IsContent(int at, bool isFlow) => input.Text[at] switch
    {
        ':' => !input.IsWhite(at + 1) && !(isFlow && YamlInput.IsFlowIndicator(input.Text[at + 1])),
        ',' or '[' or ']' or '{' or '}' => !isFlow,
        _ => true,
    };
}
