using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary>What <c>isolation check</c> was asked to do.</summary>
/// <param name="Run">What is judged, and by what.</param>
/// <param name="Format">How the report on standard output is written.</param>
/// <param name="Outputs">Files that get a report, too.</param>
/// <param name="FailOn">The quietest severity that makes the run fail; null when findings never do.</param>
/// <param name="Baseline">The baseline to judge by or to write, or null.</param>
internal sealed record CheckOptions(RunOptions Run, IReportWriter Format, IReadOnlyList<OutputTarget> Outputs, FindingSeverity? FailOn, BaselineFile? Baseline);
