using IsolationModel.Findings;

namespace IsolationModel.Suppressions;

/// <summary>A finding that somebody accepted; it is counted, and told to programs, but not as a finding.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Suppression">The nearest of the suppressions that cover it.</param>
/// <param name="File">The path of the file in which the suppression stands.</param>
public sealed record SuppressedFinding(Finding Finding, Suppression Suppression, string File);
