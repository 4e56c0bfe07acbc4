using System.Text;
using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>A place where a mapping takes a new field, so that an edit is a pure insertion: comments and formatting stay.</summary>
/// <param name="Offset">Where the text goes in.</param>
/// <param name="Indent">The column of the mapping's keys, counted from 0; of no meaning in braces.</param>
/// <param name="Style">How the mapping is written.</param>
/// <param name="QuotesKeys">Whether keys and texts are quoted, as in JSON.</param>
/// <param name="UsesCarriageReturns">Whether lines end with CR and LF.</param>
public readonly record struct FieldSlot(int Offset, int Indent, FieldStyle Style, bool QuotesKeys, bool UsesCarriageReturns)
{
    private const int IndentStep = 2;

    /// <summary>The place in a mapping; null where it has none of its own: behind an alias, or where all of its fields are merged from elsewhere.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="text">The file's text.</param>
    public static FieldSlot? Of(DataCursor mapping, string text)
    {
        if (mapping.IsBehindAlias || mapping.Node is not DataMapping node || text is null || node.Range.End > text.Length)
        {
            return null;
        }

        var start = node.Range.Start;
        // A brace that belongs to the first key is a placeholder's ("{{ .Values.key }}: 1").
        var isFlow = node.Range.Length > 0 && text[start] == '{' && (node.Entries.Count == 0 || node.Entries[0].Key.Range.Start > start);
        if (node.Entries.Count == 0)
        {
            return isFlow ? new FieldSlot(start + 1, 0, FieldStyle.EmptyFlow, IsJson(text), false) : null;
        }

        // What is merged has no place of its own; the merge key itself never was an entry.
        var first = node.Entries.FirstOrDefault(entry => entry.Key.ContentStart >= start && !entry.Key.IsUnresolved && entry.Key.Range.Start >= start && entry.Value is not DataAlias);
        if (first.Key is null)
        {
            return null;
        }

        var at = first.Key.Range.Start;
        if (isFlow)
        {
            // Anything between the brace and the key is a comment, or a merge key with a mapping of its own.
            return text.Substring(start + 1, at - start - 1).Trim().Length == 0 ? new FieldSlot(at, 0, FieldStyle.Flow, !first.Key.IsPlain, false) : null;
        }

        var indent = at - (text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1);
        if (text.Substring(at - indent, indent).Trim(' ', '-').Length > 0)
        {
            return null;
        }

        var lineEnd = text.IndexOf('\n', at);
        if (OtherBreaks.AreIn(text, at - indent, lineEnd < 0 ? text.Length : lineEnd))
        {
            return null;
        }

        var usesCarriageReturns = lineEnd > 0 && text[lineEnd - 1] == '\r';
        // A value may stand on the line behind its key: nothing fits between them.
        var isLine = first.Value is DataScalar { Range.Length: > 0 } scalar && (lineEnd < 0 || scalar.Range.Start < lineEnd) && text.IndexOf('\n', scalar.Range.Start, scalar.Range.Length) < 0 && text[scalar.Range.Start] is not ('|' or '>');
        return isLine
            ? new FieldSlot(lineEnd < 0 ? text.Length : lineEnd - (usesCarriageReturns ? 1 : 0), indent, FieldStyle.BlockAfter, !first.Key.IsPlain, usesCarriageReturns)
            : new FieldSlot(at, indent, FieldStyle.BlockBefore, !first.Key.IsPlain, usesCarriageReturns);
    }

    /// <summary>The edit that adds fields.</summary>
    internal TextEdit Add(params IReadOnlyList<NewField> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            switch (Style)
            {
                case FieldStyle.BlockBefore:
                    AppendBlock(text, field, Indent);
                    NewLine(text, Indent);
                    break;
                case FieldStyle.BlockAfter:
                    NewLine(text, Indent);
                    AppendBlock(text, field, Indent);
                    break;
                case FieldStyle.EmptyFlow:
                    text.Append(text.Length == 0 ? string.Empty : ", ");
                    AppendFlow(text, field);
                    break;
                default:
                    AppendFlow(text, field);
                    text.Append(", ");
                    break;
            }
        }

        return new TextEdit(new TextRange(Offset, 0), text.ToString());
    }

    /// <summary>Whether a text is JSON, so that keys and words want quotes even where none stands nearby. Only its start is looked at.</summary>
    internal static bool IsJson(string text)
    {
        const int most = 4096;
        var at = 0;
        while (at < text.Length && at < most && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && text[at] == '{';
    }

    private void AppendBlock(StringBuilder text, NewField field, int indent)
    {
        AppendKey(text, field);
        if (field.Value is not null)
        {
            text.Append(' ').Append(ValueOf(field));
            return;
        }

        foreach (var inner in field.Fields)
        {
            NewLine(text, indent + IndentStep);
            AppendBlock(text, inner, indent + IndentStep);
        }
    }

    private void AppendFlow(StringBuilder text, NewField field)
    {
        AppendKey(text, field);
        text.Append(' ');
        if (field.Value is not null)
        {
            text.Append(ValueOf(field));
            return;
        }

        text.Append("{ ");
        for (var i = 0; i < field.Fields.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            AppendFlow(text, field.Fields[i]);
        }

        text.Append(" }");
    }

    private void AppendKey(StringBuilder text, NewField field)
    {
        var quote = QuotesKeys ? "\"" : string.Empty;
        text.Append(quote).Append(field.Name).Append(quote).Append(':');
    }

    private string ValueOf(NewField field) => field.IsText && (QuotesKeys || !PlainText.Is(field.Value!)) ? $"\"{field.Value}\"" : field.Value!;

    private void NewLine(StringBuilder text, int indent) => text.Append(UsesCarriageReturns ? "\r\n" : "\n").Append(' ', indent);
}
