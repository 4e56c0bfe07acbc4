using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Suppressions;

/// <summary>
/// What a comment can speak for: documents, list items, and keys with their values. In the order of their starts, an outer one before an inner
/// one that starts with it, so that the first unit found is the outermost.
/// </summary>
internal sealed class SuppressionUnits
{
    private readonly string _text;
    private readonly List<TextRange> _units = [];

    /// <summary>For each unit the index of the one around it, or -1.</summary>
    private readonly int[] _parents;
    private readonly List<TextRange> _scalars = [];

    /// <summary>For each document: where the comments start that belong to it, and where it ends.</summary>
    private readonly List<(int Start, int End)> _documents = [];

    public SuppressionUnits(string text, IReadOnlyList<DataNode> documents)
    {
        _text = text;
        var behind = 0;
        foreach (var document in documents)
        {
            _documents.Add((PrefixStart(behind, document.Range.Start), document.Range.End));
            _units.Add(document.Range);
            Collect(document);
            behind = document.Range.End;
        }

        _parents = Parents(_units);
    }

    /// <summary>Whether a place lies in a value, so that what stands there is no comment.</summary>
    public bool IsInScalar(int at)
    {
        var index = LastAtOrBefore(_scalars, at);
        return index >= 0 && at < _scalars[index].End && !IsBlockHeader(_scalars[index].Start, at);
    }

    /// <summary>The outermost unit that starts in a part of the text, or null.</summary>
    public TextRange? StartingIn(int start, int end)
    {
        var index = FirstFrom(start);
        return index < _units.Count && _units[index].Start < end ? _units[index] : null;
    }

    /// <summary>The unit that follows a comment in the document to which the comment belongs, or null.</summary>
    public TextRange? Following(int at)
    {
        var index = FirstFrom(at);
        if (index == _units.Count)
        {
            return null;
        }

        var (low, high) = (0, _documents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _documents[middle].End < _units[index].End ? (middle + 1, high) : (low, middle);
        }

        return low < _documents.Count && _documents[low].Start <= at ? _units[index] : null;
    }

    /// <summary>The innermost unit around a place, or null.</summary>
    public TextRange? Around(int at)
    {
        var index = LastAtOrBefore(_units, at);
        while (index >= 0 && at >= _units[index].End)
        {
            index = _parents[index];
        }

        return index < 0 ? null : _units[index];
    }

    /// <summary>Where a document's prefix starts (YAML 1.2.2, 9.1.1): behind the document before it, and behind everything that could not be read.</summary>
    private int PrefixStart(int behind, int root)
    {
        var start = behind;
        var isFirst = behind == 0;
        for (var line = LineStart(behind); line < root; line = NextLine(line))
        {
            var first = line;
            while (first < root && _text[first] is ' ' or '\t')
            {
                first++;
            }

            // Comments behind a document, up to the mark, belong to nothing; so do those in a document that could not be read.
            // The mark of the first document stands between its prefix and its root.
            var isMark = string.CompareOrdinal(_text, line, "---", 0, 3) == 0 || string.CompareOrdinal(_text, line, "...", 0, 3) == 0;
            if (line >= behind && first < root && (isMark ? !isFirst : _text[first] is not ('#' or '\r' or '\n' or '%' or '&' or '!' or '\ufeff')))
            {
                (start, isFirst) = (line, false);
            }
        }

        return start;
    }

    private int LineStart(int at)
    {
        while (at > 0 && _text[at - 1] is not ('\n' or '\r'))
        {
            at--;
        }

        return at;
    }

    private int NextLine(int at)
    {
        while (at < _text.Length && _text[at] is not ('\n' or '\r'))
        {
            at++;
        }

        return at + 1;
    }

    private void Collect(DataNode root)
    {
        var open = new Stack<(DataNode Node, TextRange? Unit)>();
        open.Push((root, null));
        while (open.Count > 0)
        {
            var (node, unit) = open.Pop();
            if (unit is { } range)
            {
                _units.Add(range);
            }

            switch (node)
            {
                case DataMapping mapping:
                    for (var i = mapping.Entries.Count - 1; i >= 0; i--)
                    {
                        var entry = mapping.Entries[i];
                        if (!entry.IsMerged)
                        {
                            open.Push((entry.Value, TextRange.FromBounds(entry.Key.Range.Start, Math.Max(entry.Key.Range.End, entry.Value.Range.End))));
                            open.Push((entry.Key, null));
                        }
                    }

                    break;
                case DataSequence sequence:
                    for (var i = sequence.Items.Count - 1; i >= 0; i--)
                    {
                        open.Push((sequence.Items[i], sequence.Items[i].Range));
                    }

                    break;
                case DataScalar scalar:
                    _scalars.Add(scalar.Range);
                    break;
            }
        }
    }

    /// <summary>Behind the sign of a block scalar (<c>|</c>, <c>&gt;</c>) there may be a comment in the same line.</summary>
    private bool IsBlockHeader(int start, int at)
    {
        if (_text[start] is not ('|' or '>'))
        {
            return false;
        }

        var end = _text.IndexOfAny(['\n', '\r'], start);
        return end < 0 || at < end;
    }

    private static int[] Parents(List<TextRange> units)
    {
        var parents = new int[units.Count];
        var open = new Stack<int>();
        for (var i = 0; i < units.Count; i++)
        {
            while (open.Count > 0 && units[open.Peek()].End < units[i].End)
            {
                open.Pop();
            }

            parents[i] = open.Count > 0 ? open.Peek() : -1;
            open.Push(i);
        }

        return parents;
    }

    private int FirstFrom(int at)
    {
        var (low, high) = (0, _units.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _units[middle].Start < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int LastAtOrBefore(List<TextRange> ranges, int at)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ranges[middle].Start <= at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
