using System.Text;

namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads block scalars (YAML 1.2.2, 8.1).</summary>
internal sealed class BlockScalarReader(YamlInput input)
{
    private readonly StringBuilder _content = new();

    /// <summary>Reads the scalar whose indicator is next; the place afterwards starts a line that is none of it.</summary>
    /// <param name="parent">The column of the node around it; -1 for none.</param>
    /// <exception cref="YamlSyntaxException">Its first line says something that means nothing, or its indentation cannot be told.</exception>
    public YamlEvent Read(int parent)
    {
        var start = input.At;
        var isLiteral = input.Current == '|';
        input.At++;
        var (indicator, chomping) = ReadHeader();
        var indent = indicator > 0 ? Math.Max(parent, 0) + indicator : FindIndent(parent);

        _content.Clear();
        var (breaks, lastBreak, isFolded) = (0, 0, false);
        while (NextLine(indent, ref breaks))
        {
            var isSpaced = YamlInput.IsBlank(input.Current);
            if (!isLiteral && isFolded && !isSpaced && lastBreak > 0)
            {
                // The break between two lines that are not indented further is a space, unless others follow it.
                if (breaks == 0)
                {
                    _content.Append(' ');
                }
            }
            else
            {
                _content.Append('\n', lastBreak);
            }

            _content.Append('\n', breaks);
            var line = input.At;
            input.SkipLine();
            _content.Append(input.Text, line, input.At - line);
            (breaks, lastBreak, isFolded) = (0, 0, !isSpaced);
            if (!input.IsOver)
            {
                input.SkipBreak();
                lastBreak = 1;
            }
        }

        if (chomping != '-')
        {
            _content.Append('\n', lastBreak);
        }

        if (chomping == '+')
        {
            _content.Append('\n', breaks);
        }

        return new YamlEvent(YamlEventKind.Scalar, isLiteral ? YamlStyle.Literal : YamlStyle.Folded, start, input.At, _content.ToString(), -1, default);
    }

    private (int Indicator, char Chomping) ReadHeader()
    {
        var (indicator, chomping) = (0, '\0');
        while (true)
        {
            var c = input.Current;
            if (c is '+' or '-' && chomping == '\0')
            {
                chomping = c;
            }
            else if (c is >= '1' and <= '9' && indicator == 0)
            {
                indicator = c - '0';
            }
            else
            {
                break;
            }

            input.At++;
        }

        input.ExpectLineEnd("behind '|' or '>' only a digit from 1 to 9, '+' or '-', and a comment may stand; the text starts in the next line");
        input.SkipLine();
        if (!input.IsOver)
        {
            input.SkipBreak();
        }

        return (indicator, chomping);
    }

    /// <summary>The first line with text says how far all of them are indented.</summary>
    private int FindIndent(int parent)
    {
        var (text, end, at) = (input.Text, input.End, input.At);
        var (widest, widestLine) = (0, at);
        while (true)
        {
            var line = at;
            while (at < end && text[at] == ' ')
            {
                at++;
            }

            var spaces = at - line;
            if (at < end && YamlInput.IsBreak(text[at]))
            {
                (widest, widestLine) = spaces > widest ? (spaces, line) : (widest, widestLine);
                at += text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? 2 : 1;
                continue;
            }

            if (at >= end || spaces <= parent || input.IsMarkAt(line))
            {
                if (at < end && text[at] == '\t' && spaces <= parent)
                {
                    throw YamlSyntaxException.At(at, at + 1, YamlInput.TabMessage);
                }

                return Math.Max(at >= end ? Math.Max(widest, spaces) : widest, parent + 1);
            }

            return widest <= spaces
                ? spaces
                : throw YamlSyntaxException.At(widestLine, widestLine + widest, "this empty line is indented more than the first line of the text; say how far the text is indented, as in '|2'");
        }
    }

    /// <summary>Goes to the text of the next line that has one.</summary>
    /// <param name="indent">How many spaces stand in front of it.</param>
    /// <param name="breaks">Is raised by the empty lines in front of it.</param>
    /// <returns>Whether there is one; otherwise the place is where a line starts that is none of the scalar, or the end.</returns>
    private bool NextLine(int indent, ref int breaks)
    {
        while (!input.IsOver)
        {
            var at = input.At;
            while (at < input.End && at - input.At < indent && input.Text[at] == ' ')
            {
                at++;
            }

            if (at >= input.End)
            {
                // Nothing but spaces: no line.
                input.At = at;
                return false;
            }

            if (!YamlInput.IsBreak(input.Text[at]))
            {
                var isText = at - input.At == indent && !(indent == 0 && input.IsMarkAt(at));
                input.At = isText ? at : input.At;
                return isText;
            }

            input.At = at;
            input.SkipBreak();
            breaks++;
        }

        return false;
    }
}
