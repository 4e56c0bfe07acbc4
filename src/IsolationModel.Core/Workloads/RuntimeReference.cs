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
    /// <summary>Where an annotation asks for the handler of untrusted workloads beside a name; null where none does.</summary>
    public TextRange? UntrustedRange { get; init; }

    /// <summary>A field that looks like this one but is another, so that it selects nothing (<c>RuntimeClassName</c>); null where there is none.</summary>
    public SettingItem? Misspelt { get; init; }
}
