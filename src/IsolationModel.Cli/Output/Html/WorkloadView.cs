using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output.Html;

/// <summary>A workload on the page.</summary>
/// <param name="Number">Its place on the page, from 1; ids are made of it and never of names.</param>
/// <param name="Assessment">What is known of it.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Findings">The findings that are told with it.</param>
internal sealed record WorkloadView(int Number, WorkloadAssessment Assessment, Standing Standing, IReadOnlyList<Finding> Findings)
{
    /// <summary>The id of its details.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"workload-{Number}");

    /// <summary>The loudest of its findings, or null.</summary>
    public FindingSeverity? Severity => Findings.Count == 0 ? null : Findings.Max(static finding => finding.Severity);

    /// <summary>Where it is named: <c>file(line,column)</c>.</summary>
    public string Place => FindingLine.Place(Assessment.Place.File, Assessment.Place.Start.Line, Assessment.Place.Start.Column);

    /// <summary>How a workload stands, before its findings are known.</summary>
    public static Standing StandingOf(WorkloadAssessment workload) =>
        !WorkloadFindings.IsJudged(workload) ? Standing.Elsewhere
        : workload.Verdict == Verdict.Unsuitable ? Standing.Unsuitable
        : workload.Verdict == Verdict.Unproven ? Standing.Unproven
        : workload.Needs.AreAny ? Standing.Suitable
        : Standing.NoNeed;
}
