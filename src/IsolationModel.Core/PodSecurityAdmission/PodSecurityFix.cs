using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>What mends a violation.</summary>
/// <param name="Title">What the edits do, for menus.</param>
/// <param name="Edits">The edits.</param>
internal sealed record PodSecurityFix(string Title, EquatableArray<TextEdit> Edits)
{
    /// <summary>Puts another word in the place of a value; null where the value stands elsewhere.</summary>
    public static PodSecurityFix? Replace(DataCursor value, string word) =>
        ValueEdit.Replace(value, word) is { } edit ? new PodSecurityFix($"Change to {word}", new EquatableArray<TextEdit>([edit])) : null;

    /// <summary>Makes a fix of one edit.</summary>
    public static PodSecurityFix? Of(string title, TextEdit? edit) => edit is null ? null : new PodSecurityFix(title, new EquatableArray<TextEdit>([edit]));
}
