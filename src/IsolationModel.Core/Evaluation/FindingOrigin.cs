using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Evaluation;

/// <summary>Leads from a finding back to the workload in which its rule found it.</summary>
public static class FindingOrigin
{
    /// <summary>The assessment that a finding came from; null for what is said of no whole workload: a file, a suppression, a part of a workload.</summary>
    /// <remarks>The rule is asked again, so that runs which only tell findings need not keep where each came from.</remarks>
    /// <param name="workloads">The workloads of the run.</param>
    /// <param name="finding">The finding.</param>
    public static WorkloadAssessment? Of(IEnumerable<WorkloadAssessment> workloads, Finding finding)
    {
        if (finding is null || RuleSet.WorkloadRules.FirstOrDefault(rule => ReferenceEquals(rule.Descriptor, finding.Rule)) is not { } rule)
        {
            return null;
        }

        // How loudly it is told, settings decide.
        bool IsIt(Finding other) => finding.Equals(other with { Severity = finding.Severity });

        return workloads.FirstOrDefault(workload =>
            !workload.Workload.IsRendered
            && (finding.Workload is null || string.Equals(finding.Workload, workload.Workload.DisplayName, StringComparison.Ordinal))
            && rule.Evaluate(workload).Any(IsIt));
    }
}
