using System.Globalization;
using System.Text;
using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Json;

/// <summary>
/// A strict JSON reader (RFC 8259) that keeps the place of every node. Comments and trailing commas are read only where a file format has them.
/// </summary>
/// <remarks>
/// Own code and not System.Text.Json, because the compiler loads this assembly: System.Text.Json beside an analyzer fails in real hosts
/// (dotnet/roslyn#80811), and it gives byte offsets where the compiler wants characters.
/// </remarks>
public sealed class JsonReader
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaximumDepth = 256;

    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly string _text;
    private readonly bool _hasComments;
    private readonly List<JsonProblem> _problems = [];
    private StringBuilder? _unescaped;
    private int _at;

    private JsonReader(string text, bool hasComments) => (_text, _hasComments) = (text, hasComments);

    /// <summary>Reads one JSON document. Never throws for any text.</summary>
    public static JsonReadResult Read(string text) => Read(text, hasComments: false);

    /// <summary>Reads one JSON document. Never throws for any text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="hasComments">Whether <c>//</c> and <c>/* */</c> comments and a comma behind the last member or item may stand in it.</param>
    public static JsonReadResult Read(string text, bool hasComments)
    {
        var reader = new JsonReader(text ?? throw new ArgumentNullException(nameof(text)), hasComments);
        var root = reader.ReadDocument();
        return new JsonReadResult(root, reader._problems);
    }

    private DataNode? ReadDocument()
    {
        var root = ReadValue(1);
        if (root is null)
        {
            return null;
        }

        SkipWhiteSpace();
        return _at == _text.Length ? root : Fail(_at, "expected the end of the document");
    }

    private DataNode? ReadValue(int depth)
    {
        SkipWhiteSpace();
        if (_at == _text.Length)
        {
            return Fail(_at, "the document ends where a value should stand");
        }

        if (depth > MaximumDepth)
        {
            _problems.Add(new JsonProblem(JsonProblemKind.TooDeep, new TextRange(_at, 1), $"nesting is deeper than {MaximumDepth} levels"));
            return null;
        }

        return _text[_at] switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => ReadString(),
            't' => ReadLiteral("true"),
            'f' => ReadLiteral("false"),
            'n' => ReadLiteral("null"),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => Fail(_at, "expected a value: object, array, string, number, true, false or null"),
        };
    }

    private DataMapping? ReadObject(int depth)
    {
        var start = _at++;
        var entries = new List<DataEntry>();
        HashSet<string>? keys = null;
        SkipWhiteSpace();
        if (Take('}'))
        {
            return new DataMapping(TextRange.FromBounds(start, _at), entries);
        }

        while (true)
        {
            SkipWhiteSpace();
            if (_hasComments && entries.Count > 0 && Take('}'))
            {
                return new DataMapping(TextRange.FromBounds(start, _at), entries);
            }

            if (_at == _text.Length || _text[_at] != '"')
            {
                return Fail<DataMapping>(_at, "expected a key in double quotes");
            }

            if (ReadString() is not { } key)
            {
                return null;
            }

            SkipWhiteSpace();
            if (!Take(':'))
            {
                return Fail<DataMapping>(_at, "expected ':' behind the key");
            }

            if (ReadValue(depth + 1) is not { } value)
            {
                return null;
            }

            keys ??= new HashSet<string>(StringComparer.Ordinal);
            if (!keys.Add(key.Value))
            {
                _problems.Add(new JsonProblem(JsonProblemKind.DuplicateKey, key.Range, $"key \"{key.Value}\" stands twice in this object"));
            }

            entries.Add(new DataEntry(key, value));
            SkipWhiteSpace();
            if (Take('}'))
            {
                return new DataMapping(TextRange.FromBounds(start, _at), entries);
            }

            if (!Take(','))
            {
                return Fail<DataMapping>(_at, "expected ',' or '}'");
            }
        }
    }

    private DataSequence? ReadArray(int depth)
    {
        var start = _at++;
        var items = new List<DataNode>();
        SkipWhiteSpace();
        if (Take(']'))
        {
            return new DataSequence(TextRange.FromBounds(start, _at), items);
        }

        while (true)
        {
            SkipWhiteSpace();
            if (_hasComments && items.Count > 0 && Take(']'))
            {
                return new DataSequence(TextRange.FromBounds(start, _at), items);
            }

            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
            SkipWhiteSpace();
            if (Take(']'))
            {
                return new DataSequence(TextRange.FromBounds(start, _at), items);
            }

            if (!Take(','))
            {
                return Fail<DataSequence>(_at, "expected ',' or ']'");
            }
        }
    }

    private DataScalar? ReadString()
    {
        var start = _at++;
        var escaped = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '"')
            {
                _at++;
                var value = escaped ? _unescaped!.ToString() : _text.Substring(start + 1, _at - start - 2);
                return new DataScalar(TextRange.FromBounds(start, _at), value, isPlain: false, escaped ? -1 : start + 1);
            }

            if (c < ' ')
            {
                return Fail<DataScalar>(_at, "a control character must be escaped in a string");
            }

            if (c == '\\')
            {
                if (!escaped)
                {
                    (_unescaped ??= new StringBuilder()).Clear().Append(_text, start + 1, _at - start - 1);
                    escaped = true;
                }

                if (!ReadEscape())
                {
                    return null;
                }

                continue;
            }

            if (escaped)
            {
                _unescaped!.Append(c);
            }

            _at++;
        }

        return Fail<DataScalar>(start, "the string is not closed");
    }

    private bool ReadEscape()
    {
        var start = _at++;
        var c = _at < _text.Length ? _text[_at] : '\0';
        var plain = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (plain != '\0')
        {
            _unescaped!.Append(plain);
            _at++;
            return true;
        }

        if (c == 'u' && _at + 4 < _text.Length
            && ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _unescaped!.Append((char)code);
            _at += 5;
            return true;
        }

        Fail(start, "unknown escape in a string");
        return false;
    }

    private DataScalar? ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(_text, _at, literal, 0, literal.Length) != 0)
        {
            return Fail<DataScalar>(_at, $"expected {literal}");
        }

        var scalar = new DataScalar(new TextRange(_at, literal.Length), literal, isPlain: true, _at);
        _at += literal.Length;
        return scalar;
    }

    private DataScalar? ReadNumber()
    {
        var start = _at;
        Take('-');
        if (!(Take('0') || TakeDigits()) || (Take('.') && !TakeDigits()))
        {
            return Fail<DataScalar>(start, "this is not a JSON number");
        }

        if (Take('e') || Take('E'))
        {
            _ = Take('+') || Take('-');
            if (!TakeDigits())
            {
                return Fail<DataScalar>(start, "this is not a JSON number");
            }
        }

        return new DataScalar(TextRange.FromBounds(start, _at), _text.Substring(start, _at - start), isPlain: true, start);
    }

    private bool TakeDigits()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start;
    }

    private bool Take(char c)
    {
        if (_at < _text.Length && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipWhiteSpace()
    {
        do
        {
            while (_at < _text.Length && _text[_at] is (' ' or '\t' or '\n' or '\r'))
            {
                _at++;
            }
        }
        while (_hasComments && SkipComment());
    }

    /// <summary>Goes over a comment; one that is not closed stays where it is, and what expects a value there tells it.</summary>
    private bool SkipComment()
    {
        if (_at + 1 >= _text.Length || _text[_at] != '/')
        {
            return false;
        }

        if (_text[_at + 1] == '/')
        {
            var end = _text.IndexOfAny(LineEnds, _at);
            _at = end < 0 ? _text.Length : end;
            return true;
        }

        var close = _text[_at + 1] == '*' ? _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) : -1;
        _at = close < 0 ? _at : close + 2;
        return close >= 0;
    }

    private DataNode? Fail(int at, string message) => Fail<DataNode>(at, message);

    private T? Fail<T>(int at, string message)
        where T : DataNode
    {
        _problems.Add(new JsonProblem(JsonProblemKind.Syntax, new TextRange(at, at < _text.Length ? 1 : 0), message));
        return null;
    }
}
