namespace IsolationModel.Cli.Commands;

/// <summary>What <c>isolation fix</c> was asked to do.</summary>
/// <param name="Run">What is judged, and by what.</param>
/// <param name="Rules">The rules whose findings are mended; empty for all.</param>
/// <param name="IsDryRun">Whether the changes are told as a patch, and nothing is written.</param>
/// <param name="IsCheck">Whether it is only told whether anything would change.</param>
/// <param name="IsInteractive">Whether each change is asked for.</param>
internal sealed record FixOptions(RunOptions Run, IReadOnlySet<string> Rules, bool IsDryRun, bool IsCheck, bool IsInteractive)
{
    /// <summary>Whether files are changed.</summary>
    public bool Writes => !IsDryRun && !IsCheck;
}
