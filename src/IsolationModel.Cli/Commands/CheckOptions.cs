using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary>What <c>isolation check</c> was asked to do.</summary>
/// <param name="Paths">Files, folders, or <c>-</c>, as they were given.</param>
/// <param name="Needs">Lists of needs that hold for every workload.</param>
/// <param name="Level">The security level that holds for every workload, or null.</param>
/// <param name="Scenario">The scenario that holds for every workload, or null.</param>
/// <param name="Models">Overlay files, as they were given.</param>
/// <param name="Day">The day for which bans and suppressions with an end are judged.</param>
/// <param name="Format">How the report on standard output is written.</param>
/// <param name="Outputs">Files that get a report, too.</param>
/// <param name="FailOn">The quietest severity that makes the run fail; null when findings never do.</param>
/// <param name="Baseline">The baseline to judge by or to write, or null.</param>
internal sealed record CheckOptions(
    IReadOnlyList<string> Paths,
    IReadOnlyList<string> Needs,
    string? Level,
    string? Scenario,
    IReadOnlyList<string> Models,
    string Day,
    IReportWriter Format,
    IReadOnlyList<OutputTarget> Outputs,
    FindingSeverity? FailOn,
    BaselineFile? Baseline = null)
{
    /// <summary>Compose files that are loaded together, as full paths.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ComposeProjects { get; init; } = [];
}
