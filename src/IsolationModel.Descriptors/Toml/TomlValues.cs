using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Toml;

/// <summary>Reads pairs of key and value. Lists and inline tables recurse as deep as the depth limit allows.</summary>
internal sealed class TomlValues(TomlText text, TomlKeys keys)
{
    private readonly TomlStrings _strings = new(text);

    /// <summary>Reads <c>key = value</c> into a table.</summary>
    public bool ReadPair(TomlTable table)
    {
        if (keys.Read() is not { } path)
        {
            return false;
        }

        if (text.Current != '=')
        {
            return text.FailHere("a key is followed by '='");
        }

        text.At++;
        text.SkipSpaces();
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (Enter(table, path[i]) is not { } inner)
            {
                return false;
            }

            table = inner;
        }

        var key = path[path.Count - 1];
        if (table.Find(key.Value) is not null)
        {
            return text.Fail(key.Range, $"'{key.Value}' is defined twice");
        }

        if (ReadValue(table.Depth + 1) is not { } value)
        {
            return false;
        }

        table.Add(key, value);
        return true;
    }

    /// <summary>A table on the way of a dotted key; it may add to no table that has a header (TOML 1.0.0, Table).</summary>
    private TomlTable? Enter(TomlTable table, DataScalar key)
    {
        switch (table.Find(key.Value))
        {
            case TomlTable { Kind: TomlTableKind.Dotted } inner:
                return inner;
            case null when text.Count(key.Range.Start, table.Depth + 1):
                var dotted = new TomlTable(key.Range, table.Depth + 1, TomlTableKind.Dotted);
                table.Add(key, dotted);
                return dotted;
            case null:
                return null;
            default:
                text.Fail(key.Range, $"'{key.Value}' is defined already, so that nothing can be added to it here");
                return null;
        }
    }

    private DataNode? ReadValue(int depth)
    {
        if (!text.Count(text.At, depth))
        {
            return null;
        }

        return text.Current switch
        {
            '"' or '\'' => _strings.Read(),
            '[' => ReadList(depth),
            '{' => ReadInlineTable(depth),
            _ => ReadBare(),
        };
    }

    private DataSequence? ReadList(int depth)
    {
        var start = text.At++;
        var items = new List<DataNode>();
        while (true)
        {
            text.SkipLines();
            if (text.Current == ']')
            {
                text.At++;
                return new DataSequence(TextRange.FromBounds(start, text.At), items);
            }

            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
            text.SkipLines();
            if (text.Current == ',')
            {
                text.At++;
            }
            else if (text.Current != ']')
            {
                text.FailHere("items of a list are parted by ',' and end with ']'");
                return null;
            }
        }
    }

    /// <summary>An inline table stands on one line, without a comma at its end (TOML 1.0.0, Inline Table).</summary>
    private DataMapping? ReadInlineTable(int depth)
    {
        var start = text.At++;
        var table = new TomlTable(new TextRange(start, 1), depth, TomlTableKind.Header);
        text.SkipSpaces();
        if (text.Current != '}')
        {
            while (true)
            {
                if (!ReadPair(table))
                {
                    return null;
                }

                text.SkipSpaces();
                if (text.Current == '}')
                {
                    break;
                }

                if (text.Current != ',')
                {
                    text.FailHere("pairs of an inline table are parted by ',' and end with '}' on the same line");
                    return null;
                }

                text.At++;
            }
        }

        text.At++;
        table.Define(TextRange.FromBounds(start, text.At));
        return table.ToNode();
    }

    private DataScalar? ReadBare()
    {
        var start = text.At;
        SkipBare();
        // A date and a time may be parted by a blank.
        if (text.At - start == TomlWords.DateLength && text.Current == ' ' && text.Next is >= '0' and <= '9' && TomlWords.IsDate(text.Text, start))
        {
            text.At++;
            SkipBare();
        }

        var word = text.Text.Substring(start, text.At - start);
        if (TomlWords.IsValue(word))
        {
            return text.Scalar(start, word, isPlain: true, quotes: 0);
        }

        text.Fail(TextRange.FromBounds(start, text.At), word.Length == 0 ? "a value is expected" : "this is no value; text stands within quotes");
        return null;
    }

    private void SkipBare()
    {
        while (!text.IsAtEnd && text.Current is not (' ' or '\t' or '\r' or '\n' or ',' or ']' or '}' or '#'))
        {
            text.At++;
        }
    }
}
