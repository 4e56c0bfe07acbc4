using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Edits of whole fields.</summary>
internal static class FieldEdit
{
    /// <summary>
    /// The edit that takes a field with its line out of a mapping; null where it stands elsewhere, is not alone on its line, or is all that the
    /// mapping holds.
    /// </summary>
    public static TextEdit? Remove(DataCursor mapping, string field, string text)
    {
        if (mapping.IsBehindAlias || mapping.Node is not DataMapping { Entries.Count: > 1 } node || !node.TryGet(field, out var key, out var value)
            || value is not DataScalar { Range.Length: > 0 } || key.Range.Length == 0 || key.Range.Start > value.Range.Start || value.Range.End > text.Length)
        {
            return null;
        }

        var start = text.LastIndexOf('\n', Math.Max(0, key.Range.Start - 1)) + 1;
        var lineBreak = text.IndexOf('\n', value.Range.Start);
        var end = lineBreak < 0 ? text.Length : lineBreak + 1;
        var isAlone = value.Range.End <= end
            && text.Substring(start, key.Range.Start - start).Trim().Length == 0
            && text.Substring(value.Range.End, end - value.Range.End).Trim().Length == 0;
        return isAlone ? new TextEdit(TextRange.FromBounds(start, end), string.Empty) : null;
    }
}
