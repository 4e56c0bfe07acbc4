using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>Edits of values that stand in a file.</summary>
internal static class ValueEdit
{
    /// <summary>The edit that puts another word in the place of a scalar, with the quotes that it has; null where the scalar stands elsewhere.</summary>
    public static TextEdit? Replace(DataCursor scalar, string word)
    {
        if (scalar.IsBehindAlias || scalar.Scalar is not { Range.Length: > 0 } node)
        {
            return null;
        }

        return node.ContentStart < 0 ? null : new TextEdit(new TextRange(node.ContentStart, node.Value.Length), word);
    }

    /// <summary>The edit that puts an item in front of a list; null where the list stands elsewhere or has an item that is no scalar at its start.</summary>
    public static TextEdit? Prepend(DataCursor list, string item, string text)
    {
        if (list.IsBehindAlias || list.Node is not DataSequence sequence || sequence.Range.Length == 0 || sequence.Range.End > text.Length)
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
            return new TextEdit(new TextRange(at, 0), (first.IsPlain ? item : $"\"{item}\"") + ", ");
        }

        // The line break and the marks in front of the first item are what separates items.
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var marks = text.Substring(lineStart, at - lineStart);
        var lineBreak = lineStart > 1 && text[lineStart - 2] == '\r' ? "\r\n" : "\n";
        return marks.Trim() == "-" ? new TextEdit(new TextRange(at, 0), item + lineBreak + marks) : null;
    }

    private static string Quoted(string item, string text) => text.TrimStart().StartsWith("{", StringComparison.Ordinal) ? $"\"{item}\"" : item;
}
