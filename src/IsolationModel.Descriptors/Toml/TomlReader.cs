using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>
/// Reads TOML 1.0 into the same trees as YAML, with exact places. It is strict, because the programs of a node refuse what breaks the grammar.
/// </summary>
internal sealed class TomlReader
{
    private readonly TomlText _text;
    private readonly TomlKeys _keys;
    private readonly TomlValues _values;
    private readonly CancellationToken _cancellationToken;
    private readonly TomlTable _root;

    private TomlReader(string text, CancellationToken cancellationToken)
    {
        _text = new TomlText(text);
        _keys = new TomlKeys(_text);
        _values = new TomlValues(_text, _keys);
        _cancellationToken = cancellationToken;
        _root = new TomlTable(new TextRange(0, text.Length), 0, TomlTableKind.Header);
    }

    /// <summary>Reads a document; the text holds no NUL.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static TomlDocument Read(string text, CancellationToken cancellationToken)
    {
        var reader = new TomlReader(text, cancellationToken);
        return reader.ReadLines() ? new TomlDocument(reader._root.ToNode(), null) : new TomlDocument(null, reader._text.Problem);
    }

    private bool ReadLines()
    {
        var table = _root;
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _text.SkipLines();
            if (_text.IsAtEnd)
            {
                return true;
            }

            if (_text.Current == '[')
            {
                if (ReadHeader() is not { } named)
                {
                    return false;
                }

                table = named;
            }
            else if (!_values.ReadPair(table))
            {
                return false;
            }

            if (!_text.ReadLineEnd())
            {
                return false;
            }
        }
    }

    /// <summary>Reads <c>[table]</c> or <c>[[table]]</c>.</summary>
    private TomlTable? ReadHeader()
    {
        var start = _text.At;
        var isList = _text.Next == '[';
        _text.At += isList ? 2 : 1;
        if (_keys.Read() is not { } path)
        {
            return null;
        }

        var close = isList ? "]]" : "]";
        if (!_text.StartsWith(close))
        {
            _text.FailHere($"a table's name ends with '{close}'");
            return null;
        }

        _text.At += close.Length;
        var range = TextRange.FromBounds(start, _text.At);
        var table = _root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (Enter(table, path[i]) is not { } inner)
            {
                return null;
            }

            table = inner;
        }

        var last = path[path.Count - 1];
        return isList ? AddToList(table, last, range) : Define(table, last, range);
    }

    /// <summary>A table on the way to the one that a header names.</summary>
    private TomlTable? Enter(TomlTable table, DataScalar key)
    {
        switch (table.Find(key.Value))
        {
            case TomlTable inner:
                return inner;
            case List<TomlTable> list:
                return list[list.Count - 1];
            case null when _text.Count(key.Range.Start, table.Depth + 1):
                var implied = new TomlTable(key.Range, table.Depth + 1, TomlTableKind.Implied);
                table.Add(key, implied);
                return implied;
            case null:
                return null;
            default:
                _text.Fail(key.Range, $"'{key.Value}' is a value already, so it cannot be a table");
                return null;
        }
    }

    private TomlTable? Define(TomlTable table, DataScalar key, TextRange range)
    {
        switch (table.Find(key.Value))
        {
            case TomlTable { Kind: TomlTableKind.Implied } implied:
                implied.Define(range);
                return implied;
            case null when _text.Count(key.Range.Start, table.Depth + 1):
                var defined = new TomlTable(range, table.Depth + 1, TomlTableKind.Header);
                table.Add(key, defined);
                return defined;
            case null:
                return null;
            default:
                _text.Fail(key.Range, $"'{key.Value}' is defined twice");
                return null;
        }
    }

    private TomlTable? AddToList(TomlTable table, DataScalar key, TextRange range)
    {
        // The list is a level of its own.
        if (!_text.Count(key.Range.Start, table.Depth + 2))
        {
            return null;
        }

        var item = new TomlTable(range, table.Depth + 2, TomlTableKind.Header);
        switch (table.Find(key.Value))
        {
            case List<TomlTable> list:
                list.Add(item);
                return item;
            case null:
                table.Add(key, new List<TomlTable> { item });
                return item;
            default:
                _text.Fail(key.Range, $"'{key.Value}' is defined already, and not as a list of tables");
                return null;
        }
    }
}
