using System.Text;

namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads scalars in quotes (YAML 1.2.2, 7.3.1 and 7.3.2).</summary>
internal sealed class QuotedScalarReader(YamlInput input)
{
    private readonly StringBuilder _content = new();

    /// <summary>How much of the text stays, whatever follows: blanks that an escape has made are no blanks in front of a break.</summary>
    private int _kept;

    /// <summary>Reads the scalar whose quote is next; the place afterwards is behind its last one.</summary>
    /// <exception cref="YamlSyntaxException">It does not end, or an escape means nothing.</exception>
    public YamlEvent Read()
    {
        var start = input.At;
        var quote = input.Current;
        var style = quote == '"' ? YamlStyle.DoubleQuoted : YamlStyle.SingleQuoted;
        var first = input.At = start + 1;
        SkipVerbatim(quote);
        if (input.Current == quote && !IsDoubled(quote))
        {
            // Nearly every one: what it says is what stands there.
            return new YamlEvent(YamlEventKind.Scalar, style, start, ++input.At, input.Text.Substring(first, input.At - 1 - first), first, default);
        }

        _kept = 0;
        _content.Clear().Append(input.Text, first, input.At - first);
        while (true)
        {
            if (input.IsOver)
            {
                throw YamlSyntaxException.At(start, start + 1, "the quoted text that starts here does not end");
            }

            var c = input.Current;
            if (c == quote && !IsDoubled(quote))
            {
                break;
            }

            if (c == quote)
            {
                _content.Append(quote);
                input.At += 2;
            }
            else if (YamlInput.IsBreak(c))
            {
                TrimBlanks();
                PlainScalarReader.AppendFold(_content, SkipBreaks(start));
                _kept = _content.Length;
            }
            else
            {
                ReadEscape(start);
                _kept = _content.Length;
            }

            var from = input.At;
            SkipVerbatim(quote);
            _content.Append(input.Text, from, input.At - from);
        }

        return new YamlEvent(YamlEventKind.Scalar, style, start, ++input.At, _content.ToString(), -1, default);
    }

    private bool IsDoubled(char quote) => quote == '\'' && input.At + 1 < input.End && input.Text[input.At + 1] == '\'';

    private void SkipVerbatim(char quote)
    {
        var (text, end, at) = (input.Text, input.End, input.At);
        while (at < end && text[at] != quote && !(text[at] == '\\' && quote == '"') && !YamlInput.IsBreak(text[at]))
        {
            at++;
        }

        input.At = at;
    }

    /// <summary>Takes blanks away from the end: those in front of a break are not part of the text.</summary>
    private void TrimBlanks()
    {
        var length = _content.Length;
        while (length > _kept && YamlInput.IsBlank(_content[length - 1]))
        {
            length--;
        }

        _content.Length = length;
    }

    /// <summary>Goes over breaks and blanks to the next line with text.</summary>
    /// <returns>How many breaks there were.</returns>
    private int SkipBreaks(int start)
    {
        var breaks = 0;
        while (!input.IsOver && YamlInput.IsBreak(input.Current))
        {
            input.SkipBreak();
            breaks++;
            if (input.IsAtMark())
            {
                throw YamlSyntaxException.At(start, start + 1, "the quoted text that starts here does not end before the document does");
            }

            input.SkipBlanks();
        }

        return breaks;
    }

    private void ReadEscape(int start)
    {
        var at = input.At;
        if (at + 1 >= input.End)
        {
            throw YamlSyntaxException.At(start, start + 1, "the quoted text that starts here does not end");
        }

        var c = input.Text[at + 1];
        input.At = at + 2;
        if (YamlInput.IsBreak(c))
        {
            // The text goes on in the next line as if there were no break (YAML 1.2.2, 7.3.1).
            input.At = at + 1;
            var breaks = SkipBreaks(start);
            _content.Append('\n', breaks - 1);
            return;
        }

        switch (c)
        {
            case 'x':
                AppendCode(at, 2);
                break;
            case 'u':
                AppendCode(at, 4);
                break;
            case 'U':
                AppendCode(at, 8);
                break;
            default:
                _content.Append(Meaning(c) ?? throw YamlSyntaxException.At(at, at + 2, "this escape means nothing; in double quotes a backslash is written '\\\\'"));
                break;
        }
    }

    private void AppendCode(int at, int length)
    {
        var code = 0L;
        for (var i = 0; i < length; i++)
        {
            var digit = input.At < input.End ? HexDigit(input.Text[input.At]) : -1;
            if (digit < 0)
            {
                throw YamlSyntaxException.At(at, Math.Min(input.End, input.At + 1), $"this escape needs {length} hexadecimal digits");
            }

            code = (code * 16) + digit;
            input.At++;
        }

        // Halves of characters are what JSON writes for characters beyond U+FFFF; as in .NET, they stay halves.
        if (code > 0x10FFFF)
        {
            throw YamlSyntaxException.At(at, input.At, "there is no character of this number");
        }

        if (code > char.MaxValue)
        {
            _content.Append(char.ConvertFromUtf32((int)code));
        }
        else
        {
            _content.Append((char)code);
        }
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>What an escape of one character means (YAML 1.2.2, 5.7).</summary>
    private static char? Meaning(char c) => c switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001b',
        ' ' or '"' or '\'' or '/' or '\\' => c, // The single quote is none of the specification's, but goyaml's.
        'N' => '\u0085',
        '_' => '\u00a0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => null,
    };
}
