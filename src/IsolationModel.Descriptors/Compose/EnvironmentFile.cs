using System.Text;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Environment files in the grammar of Compose (docs.docker.com, "Syntax for environment files in Docker Compose"; compose-go, dotenv/parser.go): names
/// and values with <c>=</c> or <c>:</c>, <c>export</c> in front, comments, quotes, and variables within values.
/// </summary>
internal sealed class EnvironmentFile
{
    private readonly string _path;
    private readonly string _text;
    private readonly LineMap _lines;
    private readonly Func<string, VariableValue?> _outer;
    private readonly Dictionary<string, VariableValue> _values = new(StringComparer.Ordinal);

    private EnvironmentFile(string path, string text, LineMap lines, Func<string, VariableValue?> outer) => (_path, _text, _lines, _outer) = (path, text, lines, outer);

    /// <summary>Reads a file. Where it breaks the grammar its rest is passed over, since Compose would refuse it.</summary>
    /// <param name="path">The path as it shall be shown.</param>
    /// <param name="text">The text.</param>
    /// <param name="lines">The file's lines.</param>
    /// <param name="outer">Gives what is known of variables before this file.</param>
    public static IReadOnlyDictionary<string, VariableValue> Read(string path, string text, LineMap lines, Func<string, VariableValue?> outer)
    {
        var file = new EnvironmentFile(path, text, lines, outer);
        for (var at = 0; at >= 0 && at < text.Length;)
        {
            at = file.ReadStatement(at);
        }

        return file._values;
    }

    /// <summary>Reads what starts at or behind a place; returns where to go on, or -1 where that cannot be told.</summary>
    private int ReadStatement(int at)
    {
        at = Skip(at, static c => char.IsWhiteSpace(c) || c == '\ufeff');
        if (at == _text.Length)
        {
            return at;
        }

        if (_text[at] == '#')
        {
            return LineEnd(at);
        }

        const string export = "export";
        if (string.CompareOrdinal(_text, at, export, 0, export.Length) == 0 && at + export.Length < _text.Length && IsBlank(_text[at + export.Length]))
        {
            at = Skip(at + export.Length, IsBlank);
        }

        var start = at;
        at = Skip(at, static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '[' or ']');
        var name = _text.Substring(start, at - start);
        at = Skip(at, IsBlank);
        if (name.Length == 0)
        {
            return -1;
        }

        if (at == _text.Length || _text[at] is '\n' or '#')
        {
            // A name alone takes its value from the environment.
            Add(name, null, new TextRange(start, name.Length));
            return at == _text.Length ? at : LineEnd(at);
        }

        return _text[at] is '=' or ':' ? ReadValue(name, Skip(at + 1, IsBlank)) : -1;
    }

    private int ReadValue(string name, int at)
    {
        if (at < _text.Length && _text[at] is '"' or '\'')
        {
            return ReadQuoted(name, at);
        }

        var end = LineEnd(at);
        var length = end - at;
        for (var i = at; i < end; i++)
        {
            // Without a blank in front the sign belongs to the value.
            if (_text[i] == '#' && (i == at || IsBlank(_text[i - 1])))
            {
                length = i - at;
                break;
            }
        }

        var value = _text.Substring(at, length).TrimEnd();
        Add(name, Fill(value), new TextRange(at, value.Length));
        return end;
    }

    private int ReadQuoted(string name, int at)
    {
        var quote = _text[at];
        var end = at + 1;
        while (end < _text.Length && _text[end] != quote)
        {
            end += _text[end] == '\\' && end + 1 < _text.Length && quote == '"' ? 2 : 1;
        }

        if (end >= _text.Length)
        {
            return -1;
        }

        var inner = _text.Substring(at + 1, end - at - 1);
        Add(name, quote == '"' ? Fill(Unescape(inner)) : inner, new TextRange(at, end + 1 - at));
        return end + 1;
    }

    /// <summary>Escapes of double quotes; an escaped dollar starts no variable.</summary>
    private static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch
            {
                'n' => "\n",
                'r' => "\r",
                't' => "\t",
                '$' => "$$",
                _ => text[i].ToString(),
            });
        }

        return result.ToString();
    }

    private string? Fill(string value)
    {
        var filled = VariableText.Fill(value, Find);
        return filled.IsKnown ? filled.Text : null;
    }

    /// <summary>What is known of a variable: what came before this file wins, as the environment does.</summary>
    private VariableValue? Find(string name) => _outer(name) ?? (_values.TryGetValue(name, out var value) ? value : null);

    private void Add(string name, string? value, TextRange range) =>
        _values[name] = new VariableValue(value, RelatedLocation.At(_path, _lines, range, $"variable '{name}' is set here"));

    private int LineEnd(int at)
    {
        var end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end;
    }

    private int Skip(int at, Func<char, bool> isSkipped)
    {
        while (at < _text.Length && isSkipped(_text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\v' or '\f' or '\r' or '\u0085' or '\u00a0';
}
