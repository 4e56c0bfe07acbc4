using System.Globalization;
using System.Text;
using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>Reads strings: basic and literal ones, on one line or on several.</summary>
internal sealed class TomlStrings(TomlText text)
{
    private const int MaximumCodePoint = 0x10FFFF;

    /// <summary>Reads the string that starts here; null after a problem.</summary>
    public DataScalar? Read()
    {
        var start = text.At;
        var quote = text.Current;
        var isMultiLine = text.StartsWith(new string(quote, 3));
        var quotes = isMultiLine ? 3 : 1;
        text.At += quotes;
        if (isMultiLine)
        {
            // A line end right behind the opening quotes does not count.
            text.At += text.StartsWith("\r\n") ? 2 : text.Current == '\n' ? 1 : 0;
        }

        var value = new StringBuilder();
        while (!TryClose(quote, isMultiLine, value))
        {
            if (text.IsAtEnd || (!isMultiLine && text.Current is '\r' or '\n'))
            {
                text.Fail(TextRange.FromBounds(start, text.At), "the string does not end");
                return null;
            }

            var isRead = text.Current == '\\' && quote == '"' ? ReadEscape(value, isMultiLine) : ReadCharacter(value);
            if (!isRead)
            {
                return null;
            }
        }

        return text.Scalar(start, value.ToString(), isPlain: false, quotes);
    }

    /// <summary>Up to two quotes may stand in front of the three that end a string of several lines.</summary>
    private bool TryClose(char quote, bool isMultiLine, StringBuilder value)
    {
        if (text.Current != quote)
        {
            return false;
        }

        if (!isMultiLine)
        {
            text.At++;
            return true;
        }

        var count = 0;
        while (count < 5 && text.At + count < text.Text.Length && text.Text[text.At + count] == quote)
        {
            count++;
        }

        if (count < 3)
        {
            return false;
        }

        value.Append(quote, count - 3);
        text.At += count;
        return true;
    }

    private bool ReadCharacter(StringBuilder value)
    {
        var character = text.Current;
        if (character is < ' ' and not ('\t' or '\r' or '\n') or '\u007F')
        {
            return text.FailHere("a control character has to be escaped");
        }

        value.Append(character);
        text.At++;
        return true;
    }

    private bool ReadEscape(StringBuilder value, bool isMultiLine)
    {
        var escaped = text.Next;
        if (isMultiLine && escaped is ' ' or '\t' or '\r' or '\n' && TrySkipLineEnd())
        {
            return true;
        }

        if (escaped is 'u' or 'U')
        {
            return ReadCodePoint(value, escaped == 'u' ? 4 : 8);
        }

        char? character = escaped switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => null,
        };
        if (character is not { } known)
        {
            return text.Fail(new TextRange(text.At, Math.Min(2, text.Text.Length - text.At)), "there is no such escape; write '\\\\' for a backslash");
        }

        value.Append(known);
        text.At += 2;
        return true;
    }

    /// <summary>A backslash at the end of a line takes the line end away, and all blanks up to the next character.</summary>
    private bool TrySkipLineEnd()
    {
        var at = text.At + 1;
        var hasLineEnd = false;
        while (at < text.Text.Length && text.Text[at] is ' ' or '\t' or '\r' or '\n')
        {
            hasLineEnd |= text.Text[at] == '\n';
            at++;
        }

        text.At = hasLineEnd ? at : text.At;
        return hasLineEnd;
    }

    private bool ReadCodePoint(StringBuilder value, int digits)
    {
        var start = text.At;
        var range = new TextRange(start, Math.Min(digits + 2, text.Text.Length - start));
        if (range.Length < digits + 2
            || !int.TryParse(text.Text.Substring(start + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > MaximumCodePoint or (>= 0xD800 and <= 0xDFFF))
        {
            return text.Fail(range, $"this escape needs {digits} hexadecimal digits of a character");
        }

        value.Append(char.ConvertFromUtf32(code));
        text.At += digits + 2;
        return true;
    }
}
