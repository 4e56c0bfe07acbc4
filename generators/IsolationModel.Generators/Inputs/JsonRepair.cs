using System.Text;

namespace IsolationModel.Generators.Inputs;

/// <summary>
/// Makes JSON of a text that is not: what is unfinished or out of place is left out, the rest is kept. While somebody types in a model file it is
/// broken most of the time; the types that the rest of the file declares stay, so that one missing comma is one error.
/// </summary>
internal sealed class JsonRepair
{
    private const int MaximumDepth = 200;

    private readonly string _text;
    private readonly StringBuilder _result;
    private int _at;

    private JsonRepair(string text) => (_text, _result) = (text, new StringBuilder(text.Length));

    /// <summary>The repaired text, always one well-formed object.</summary>
    public static string Repair(string text)
    {
        var repair = new JsonRepair(text);
        while (repair.Peek() is not ('{' or '\0'))
        {
            repair._at++;
        }

        if (repair.Peek() == '{')
        {
            repair.Object(1, inArray: false);
        }

        return repair._result.Length == 0 ? "{}" : repair._result.ToString();
    }

    /// <summary>The next character that is not white space, or NUL at the end.</summary>
    private char Peek()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\0'))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private void Object(int depth, bool inArray)
    {
        _at++;
        _result.Append('{');
        var isFirst = true;
        while (true)
        {
            switch (Peek())
            {
                case '\0':
                case ']' when inArray:
                    _result.Append('}');
                    return;
                case '}':
                    _at++;
                    _result.Append('}');
                    return;
                case '"':
                    isFirst &= !Member(depth, inArray, isFirst);
                    break;
                default:
                    _at++;
                    break;
            }
        }
    }

    /// <summary>Reads a member and keeps it if it has a key, a colon and a value.</summary>
    private bool Member(int depth, bool inArray, bool isFirst)
    {
        var start = _result.Length;
        _result.Append(isFirst ? string.Empty : ",");
        String();
        if (Peek() == ':')
        {
            _at++;
            _result.Append(':');
            if (!IsKey() && Value(depth, inArray))
            {
                return true;
            }
        }

        _result.Length = start;
        return false;
    }

    private void Array(int depth)
    {
        _at++;
        _result.Append('[');
        var isFirst = true;
        while (true)
        {
            switch (Peek())
            {
                case '\0':
                case '}':
                    _result.Append(']');
                    return;
                case ']':
                    _at++;
                    _result.Append(']');
                    return;
                default:
                    var start = _result.Length;
                    _result.Append(isFirst ? string.Empty : ",");
                    if (Value(depth, inArray: true))
                    {
                        isFirst = false;
                    }
                    else
                    {
                        _result.Length = start;
                        _at++;
                    }

                    break;
            }
        }
    }

    /// <summary>Reads a value; false, with nothing consumed, where none stands.</summary>
    private bool Value(int depth, bool inArray)
    {
        switch (Peek())
        {
            case '{' when depth < MaximumDepth:
                Object(depth + 1, inArray);
                return true;
            case '[' when depth < MaximumDepth:
                Array(depth + 1);
                return true;
            case '"':
                String();
                return true;
            default:
                return Literal("true") || Literal("false") || Literal("null") || Number();
        }
    }

    /// <summary>Whether the string that comes next is the key of another member, so that this one has no value.</summary>
    private bool IsKey()
    {
        if (Peek() != '"')
        {
            return false;
        }

        var (at, length) = (_at, _result.Length);
        String();
        var isKey = Peek() == ':';
        (_at, _result.Length) = (at, length);
        return isKey;
    }

    /// <summary>Reads a string; one that is not closed ends with its line.</summary>
    private void String()
    {
        _at++;
        _result.Append('"');
        while (_at < _text.Length && _text[_at] is not ('"' or '\n' or '\r'))
        {
            var c = _text[_at++];
            if (c == '\\')
            {
                Escape();
            }
            else if (c >= ' ')
            {
                _result.Append(c);
            }
        }

        _at += _at < _text.Length && _text[_at] == '"' ? 1 : 0;
        _result.Append('"');
    }

    private void Escape()
    {
        var c = _at < _text.Length ? _text[_at] : '\0';
        if (c == 'u' && _at + 4 < _text.Length && Enumerable.Range(_at + 1, 4).All(index => IsHexDigit(_text[index])))
        {
            _result.Append('\\').Append(_text, _at, 5);
            _at += 5;
        }
        else if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't')
        {
            _result.Append('\\').Append(c);
            _at++;
        }
    }

    private bool Literal(string literal)
    {
        if (string.CompareOrdinal(_text, _at, literal, 0, literal.Length) != 0)
        {
            return false;
        }

        _at += literal.Length;
        _result.Append(literal);
        return true;
    }

    /// <summary>Models hold whole numbers only.</summary>
    private bool Number()
    {
        var end = _at;
        while (end < _text.Length && _text[end] is >= '0' and <= '9')
        {
            end++;
        }

        if (end == _at || (_text[_at] == '0' && end > _at + 1))
        {
            return false;
        }

        _result.Append(_text, _at, end - _at);
        _at = end;
        return true;
    }

    private static bool IsHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
