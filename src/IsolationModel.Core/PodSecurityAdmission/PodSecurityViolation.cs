using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>Something of a pod that a control forbids in some versions of the policy.</summary>
/// <param name="Control">The control.</param>
/// <param name="Since">The first minor version that forbids it.</param>
/// <param name="Until">The first later minor version that allows it again.</param>
/// <param name="Range">Where it stands; for something absent, the key that should have held it.</param>
/// <param name="Problem">What was found: <c>container 'web' sets privileged to true</c>.</param>
public sealed record PodSecurityViolation(PodSecurityControl Control, int Since, int Until, TextRange Range, string Problem)
{
    /// <summary>Whether it is only possible, because a value is a placeholder or cannot be read.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The edits that mend it; empty where there is no safe one.</summary>
    public EquatableArray<TextEdit> Edits => Fix?.Edits ?? default;

    /// <summary>What the edits do, for menus; null without edits.</summary>
    public string? FixTitle => Fix?.Title;

    /// <summary>What mends it, or null.</summary>
    internal PodSecurityFix? Fix { get; init; }

    /// <summary>Whether something is missing rather than wrong.</summary>
    public bool IsAbsence { get; init; }
}
