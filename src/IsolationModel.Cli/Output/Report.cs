using IsolationModel.Baselines;
using IsolationModel.Cli.Input;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Suppressions;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Output;

/// <summary>Everything that a report tells, whatever its format.</summary>
/// <param name="Model">The model that was judged by.</param>
/// <param name="BoundaryScale">The levels that boundaries are told in.</param>
/// <param name="Workloads">Every workload, in the order of files and places.</param>
/// <param name="Findings">Every finding, mistakes in overlays included, in the one order.</param>
/// <param name="Summary">The counts; they agree with the lists above.</param>
internal sealed record Report(
    ModelDefinition Model,
    ScaleDefinition BoundaryScale,
    IReadOnlyList<WorkloadAssessment> Workloads,
    IReadOnlyList<Finding> Findings,
    EvaluationSummary Summary)
{
    /// <summary>What suppressions cover, in the one order; none of it is among the findings.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed { get; init; } = [];

    /// <summary>How the run stands against a baseline, or null; what the baseline knows is not among the findings.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>The workloads that a finding came from.</summary>
    public Func<Finding, IReadOnlyList<WorkloadAssessment>> OriginsOf { get; init; } = static _ => [];

    /// <summary>The paths that were checked, as they were given.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The day that bans and suppressions were judged for (yyyy-MM-dd), or null.</summary>
    public string? Day { get; init; }

    /// <summary>Whether the run was stopped before everything was read: then this is what is known so far, and no file is clean for being absent.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many files a stopped run did not read any more.</summary>
    public int Unread { get; init; }

    /// <summary>The quietest severity that makes the run fail; null when findings never do.</summary>
    public FindingSeverity? FailOn { get; init; } = FindingSeverity.Warning;

    /// <summary>What was read: by the lines of its file, the offsets of an edit become lines and columns.</summary>
    public IReadOnlyList<DescriptorFile> Files { get; init; } = [];

    /// <summary>Whether a finding makes the run fail.</summary>
    public bool Fails(Finding finding) => finding.Severity >= FailOn;

    /// <summary>Puts together what the steps of a run came to.</summary>
    public static Report Of(ModelReadResult loaded, ScaleDefinition boundaryScale, InputSet inputs, EvaluationResult result)
    {
        var summary = result.Summary with { Skipped = result.Summary.Skipped + inputs.PassedOver };
        if (loaded.Findings.Count == 0)
        {
            return new Report(loaded.Model, boundaryScale, result.Workloads, result.Findings, summary) { Suppressed = result.Suppressed, OriginsOf = result.OriginsOf };
        }

        var findings = new List<Finding>(loaded.Findings);
        findings.AddRange(result.Findings);
        findings.Sort(FindingOrder.Instance);
        foreach (var finding in loaded.Findings)
        {
            summary = finding.Severity switch
            {
                FindingSeverity.Error => summary with { Errors = summary.Errors + 1 },
                FindingSeverity.Warning => summary with { Warnings = summary.Warnings + 1 },
                _ => summary with { Infos = summary.Infos + 1 },
            };
        }

        return new Report(loaded.Model, boundaryScale, result.Workloads, findings, summary) { Suppressed = result.Suppressed, OriginsOf = result.OriginsOf };
    }

    /// <summary>The same report without the findings that a baseline knows.</summary>
    public Report Against(BaselineComparison comparison) => this with
    {
        Findings = comparison.New,
        Baseline = comparison,
        Summary = Summary with
        {
            Errors = comparison.New.Count(static finding => finding.Severity == FindingSeverity.Error),
            Warnings = comparison.New.Count(static finding => finding.Severity == FindingSeverity.Warning),
            Infos = comparison.New.Count(static finding => finding.Severity == FindingSeverity.Info),
        },
    };
}
