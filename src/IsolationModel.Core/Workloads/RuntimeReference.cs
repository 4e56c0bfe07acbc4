using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>How a descriptor picks its runtime.</summary>
/// <param name="State">Whether and how it picks one.</param>
/// <param name="NameKind">What kind of name it uses.</param>
/// <param name="Name">The name as written; empty unless <paramref name="State"/> says it is named or unresolved.</param>
/// <param name="Range">Where; for an absent one, the key that should have held it.</param>
/// <param name="Field">What the descriptor's format calls the field, for messages.</param>
public sealed record RuntimeReference(RuntimeReferenceState State, RuntimeNameKind NameKind, string Name, TextRange Range, string Field)
{
    /// <summary>The technology that the kind of the object itself means, so that no name needs to be resolved; otherwise null.</summary>
    public string? TechnologyId { get; init; }

    /// <summary>The platform that picks the runtime itself, by what the model says that it offers; otherwise null.</summary>
    public string? OfferedBy { get; init; }

    /// <summary>The object of the run that picks the runtime instead; otherwise null.</summary>
    public ObjectReference? Selector { get; init; }

    /// <summary>Why it cannot be known, where that is not a placeholder's fault; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>On what the reference depends that no file decides, to be read behind the name of the technology; null where it depends on nothing.</summary>
    public string? Condition { get; init; }

    /// <summary>Where an annotation asks for the handler of untrusted workloads beside a name; null where none does.</summary>
    public TextRange? UntrustedRange { get; init; }

    /// <summary>A field that looks like this one but is another, so that it selects nothing (<c>RuntimeClassName</c>); null where there is none.</summary>
    public SettingItem? Misspelt { get; init; }
}
