using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IsolationModel.Text;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>
/// The edits of a finding on their way to the code fix: the only thing that travels with a diagnostic is a table of strings. What goes is
/// written along with what comes, so that no edit is ever applied to a text for which it was not made.
/// </summary>
internal sealed class DescriptorFix
{
    private const string TitleKey = "fixTitle";
    private const string EditsKey = "edits";

    private DescriptorFix(string title, IReadOnlyList<TextChange> changes) => (Title, Changes) = (title, changes);

    /// <summary>What the fix does, for menus.</summary>
    public string Title { get; }

    /// <summary>The changes, in the order in which they were written.</summary>
    public IReadOnlyList<TextChange> Changes { get; }

    /// <summary>Puts a fix into the properties of a diagnostic; each edit as <c>start,oldLength,newLength:old new</c> without the blank.</summary>
    public static void Write(ImmutableDictionary<string, string?>.Builder properties, string title, IEnumerable<TextEdit> edits, SourceText text)
    {
        var written = new StringBuilder();
        foreach (var edit in edits)
        {
            if (edit.Range.End > text.Length)
            {
                return;
            }

            written.Append(edit.Range.Start.ToString(CultureInfo.InvariantCulture)).Append(',')
                .Append(edit.Range.Length.ToString(CultureInfo.InvariantCulture)).Append(',')
                .Append(edit.NewText.Length.ToString(CultureInfo.InvariantCulture)).Append(':')
                .Append(text.ToString(new TextSpan(edit.Range.Start, edit.Range.Length)))
                .Append(edit.NewText);
        }

        if (written.Length > 0)
        {
            properties.Add(TitleKey, title);
            properties.Add(EditsKey, written.ToString());
        }
    }

    /// <summary>The fix that a diagnostic carries, or null where it carries none or the text is not the one that was judged.</summary>
    public static DescriptorFix? Read(ImmutableDictionary<string, string?> properties, SourceText text)
    {
        if (!properties.TryGetValue(TitleKey, out var title) || title is null || !properties.TryGetValue(EditsKey, out var written) || written is null)
        {
            return null;
        }

        var changes = new List<TextChange>();
        for (var at = 0; at < written.Length;)
        {
            var colon = written.IndexOf(':', at);
            var numbers = colon < 0 ? [] : written.Substring(at, colon - at).Split(',');
            if (numbers.Length != 3 || !TryParse(numbers[0], out var start) || !TryParse(numbers[1], out var oldLength) || !TryParse(numbers[2], out var newLength)
                || oldLength > written.Length - colon - 1 || newLength > written.Length - colon - 1 - oldLength
                || start > text.Length || oldLength > text.Length - start
                || !string.Equals(text.ToString(new TextSpan(start, oldLength)), written.Substring(colon + 1, oldLength), StringComparison.Ordinal))
            {
                return null;
            }

            at = colon + 1 + oldLength + newLength;
            changes.Add(new TextChange(new TextSpan(start, oldLength), written.Substring(at - newLength, newLength)));
        }

        return new DescriptorFix(title, changes);
    }

    private static bool TryParse(string number, out int value) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
