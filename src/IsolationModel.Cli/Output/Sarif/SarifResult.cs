using IsolationModel.Findings;
using IsolationModel.Suppressions;

namespace IsolationModel.Cli.Output.Sarif;

/// <summary>A finding as a result: open, or accepted in one of two ways.</summary>
/// <param name="Finding">The finding.</param>
internal sealed record SarifResult(Finding Finding)
{
    /// <summary>How it stands against the baseline; null where there is none.</summary>
    public string? BaselineState { get; init; }

    /// <summary>The suppression that covers it, or null.</summary>
    public SuppressedFinding? Suppression { get; init; }
}
