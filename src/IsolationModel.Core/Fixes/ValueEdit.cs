using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>Edits of values that stand in a file.</summary>
public static class ValueEdit
{
    /// <summary>The edit that puts another word in the place of a scalar, with the quotes that it has; null where the scalar stands elsewhere.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="word">The word: plain in every style.</param>
    public static TextEdit? Replace(DataCursor scalar, string word)
    {
        if (scalar.IsBehindAlias || scalar.Scalar is not { Range.Length: > 0 } node)
        {
            return null;
        }

        return node.ContentStart < 0 ? null : new TextEdit(new TextRange(node.ContentStart, node.Value.Length), word);
    }

    /// <summary>The edit that puts an item in front of a list; null where the list stands elsewhere or has an item that is no scalar at its start.</summary>
    /// <param name="list">The list.</param>
    /// <param name="item">The item: a plain word.</param>
    /// <param name="text">The file's text; empty where nothing can be edited.</param>
    public static TextEdit? Prepend(DataCursor list, string item, string text)
    {
        if (list.IsBehindAlias || list.Node is not DataSequence sequence || text is null || sequence.Range.Length == 0 || sequence.Range.End > text.Length)
        {
            return null;
        }

        var start = sequence.Range.Start;
        var isFlow = text[start] == '[';
        if (sequence.Items.Count == 0)
        {
            return isFlow ? new TextEdit(new TextRange(start + 1, 0), Quoted(item, text)) : null;
        }

        if (sequence.Items[0] is not DataScalar { IsNull: false } first)
        {
            return null;
        }

        var at = first.Range.Start;
        if (isFlow)
        {
            // An anchor or a tag in front of the first item stays with it.
            at = IsBetween(text, start + 1, at, string.Empty) ? at : start + 1;
            return new TextEdit(new TextRange(at, 0), (first.IsPlain ? item : $"\"{item}\"") + ", ");
        }

        // The line break and the marks in front of the first item are what separates items.
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var marks = text.Substring(lineStart, at - lineStart);
        var lineBreak = lineStart > 1 && text[lineStart - 2] == '\r' ? "\r\n" : "\n";
        return marks.Trim() == "-" && !OtherBreaks.AreIn(text, lineStart, at) ? new TextEdit(new TextRange(at, 0), item + lineBreak + marks) : null;
    }

    /// <summary>
    /// The edit that takes an item out of a list, with its line or its comma; null where the list stands elsewhere, or where more than the item would
    /// go: a comment, or another list that starts on the same line.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="index">The item.</param>
    /// <param name="text">The file's text; empty where nothing can be edited.</param>
    public static TextEdit? Remove(DataCursor list, int index, string text)
    {
        if (list.IsBehindAlias || list.Node is not DataSequence sequence || (uint)index >= (uint)sequence.Items.Count || text is null || sequence.Range.Length == 0
            || sequence.Range.End > text.Length || sequence.Items[index] is not DataScalar item)
        {
            return null;
        }

        if (text[sequence.Range.Start] == '[')
        {
            return RangeInBrackets(sequence, index, text) is { } range ? new TextEdit(range, string.Empty) : null;
        }

        var start = text.LastIndexOf('\n', Math.Max(0, item.Range.Start - 1)) + 1;
        var lineBreak = text.IndexOf('\n', item.Range.End);
        var end = lineBreak < 0 ? text.Length : lineBreak + 1;
        var isAlone = text.Substring(start, item.Range.Start - start).Trim() == "-" && text.Substring(item.Range.End, end - item.Range.End).Trim().Length == 0 && !OtherBreaks.AreIn(text, start, end);
        return isAlone ? new TextEdit(TextRange.FromBounds(start, end), string.Empty) : null;
    }

    /// <summary>
    /// The edit that takes an entry out of a mapping, with its line; null where the mapping stands elsewhere or in braces, where nothing would be left
    /// of it, or where more than the entry would go: a comment, an anchor, the dash of an item.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The entry's key.</param>
    /// <param name="text">The file's text; empty where nothing can be edited.</param>
    public static TextEdit? RemoveEntry(DataCursor mapping, string key, string text)
    {
        if (mapping.IsBehindAlias || mapping.Node is not DataMapping { Entries.Count: > 1 } node || text is null || node.Range.End > text.Length || node.Range.Length == 0 || text[node.Range.Start] == '{')
        {
            return null;
        }

        // Where a key is repeated, taking one away would let another one count.
        var entries = node.Entries.Where(entry => string.Equals(entry.Key.Value, key, StringComparison.Ordinal)).ToList();
        if (entries.Count != 1 || entries[0] is not { IsMerged: false, Value: DataScalar { Range.Length: > 0 } value, Key: var name } || name.Range.End > value.Range.Start)
        {
            return null;
        }

        var start = text.LastIndexOf('\n', Math.Max(0, name.Range.Start - 1)) + 1;
        var lineBreak = text.IndexOf('\n', value.Range.End);
        var end = lineBreak < 0 ? text.Length : lineBreak + 1;
        var isAlone = text.Substring(start, name.Range.Start - start).Trim().Length == 0
            && text.Substring(name.Range.End, value.Range.Start - name.Range.End).Trim() == ":"
            && text.Substring(value.Range.End, end - value.Range.End).Trim().Length == 0
            && text[value.Range.Start] is not ('|' or '>')
            && !OtherBreaks.AreIn(text, start, end);
        return isAlone ? new TextEdit(TextRange.FromBounds(start, end), string.Empty) : null;
    }

    /// <summary>An item in brackets with one comma; null where an anchor, a tag or a comment would go with it, or would be left to another item.</summary>
    private static TextRange? RangeInBrackets(DataSequence sequence, int index, string text)
    {
        var range = sequence.Items[index].Range;
        var isFirst = index == 0;
        var isLast = index == sequence.Items.Count - 1;
        var before = isFirst ? sequence.Range.Start + 1 : sequence.Items[index - 1].Range.End;
        if (!IsBetween(text, before, range.Start, isFirst ? string.Empty : ","))
        {
            return null;
        }

        if (isLast)
        {
            return isFirst ? range : TextRange.FromBounds(before, range.End);
        }

        var next = sequence.Items[index + 1].Range.Start;
        return IsBetween(text, range.End, next, ",") ? TextRange.FromBounds(range.Start, next) : null;
    }

    /// <summary>Whether nothing but blanks and a mark stands between two places.</summary>
    private static bool IsBetween(string text, int start, int end, string mark) => start <= end && string.Equals(text.Substring(start, end - start).Trim(), mark, StringComparison.Ordinal);

    private static string Quoted(string item, string text) => FieldSlot.IsJson(text) ? $"\"{item}\"" : item;
}
