using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>What mends a violation. Most are never asked for, so that new fields are written only when they are.</summary>
internal sealed class PodSecurityFix
{
    private readonly TextEdit? _edit;
    private readonly IReadOnlyList<FieldAddition> _additions;
    private readonly string _subject;

    private PodSecurityFix(string subject, TextEdit? edit, IReadOnlyList<FieldAddition> additions) => (_subject, _edit, _additions) = (subject, edit, additions);

    /// <summary>What the edits do, for menus.</summary>
    public string Title => _edit is null ? $"Add the restricted security context to {_subject}" : _subject;

    /// <summary>The edits.</summary>
    public EquatableArray<TextEdit> Edits => _edit is null ? _additions.Select(addition => addition.ToEdit()).ToEquatableArray() : new EquatableArray<TextEdit>([_edit]);

    /// <summary>Puts another word in the place of a value; null where the value stands elsewhere.</summary>
    public static PodSecurityFix? Replace(DataCursor value, string word) => Of($"Change to {word}", ValueEdit.Replace(value, word));

    /// <summary>Makes a fix of one edit.</summary>
    public static PodSecurityFix? Of(string title, TextEdit? edit) => edit is null ? null : new PodSecurityFix(title, edit, []);

    /// <summary>Adds fields to a container.</summary>
    public static PodSecurityFix Add(string container, IReadOnlyList<FieldAddition> additions) => new(container, null, additions);
}
