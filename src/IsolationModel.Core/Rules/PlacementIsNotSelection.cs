using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;

namespace IsolationModel.Rules;

/// <summary>A workload asks for nodes that carry a runtime, but not for the runtime.</summary>
internal sealed class PlacementIsNotSelection : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1006",
        "PlacementIsNotSelection",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Placement on nodes of a runtime does not select it",
        "A node selector, affinity or toleration puts the workload on nodes that carry a runtime, but only a RuntimeClass selects it.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Runtime.Technology is not { } technology || workload.Needs.Needs.FirstOrDefault(need => need.BindsTechnology) is not { } need)
        {
            yield break;
        }

        var suggested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in workload.Workload.Placement.Marks)
        {
            if (workload.Model.RuntimeName(RuntimeNameKind.NodeLabel, mark.Key)?.TechnologyId is { } id
                && workload.Model.Technology(id) is { } other
                && !IsAlike(technology, other)
                && suggested.Add(id))
            {
                // Where the runtime of those nodes suits, RuntimeFailsNeed offers the very same fix.
                var fix = workload.Workload.RuntimeClassPlace is not null && string.Equals(workload.BestSelectable?.Technology.TechnologyId, id, StringComparison.Ordinal) ? RuntimeFailsNeed.Fix(workload) : null;
                yield return Find(
                    workload,
                    mark.Range,
                    need,
                    $"{workload.Workload.DisplayName} needs '{need.Token}' and names '{mark.Key}' in a {mark.Value}: that may place it on nodes with {other.Name.English}, but selects nothing, so it runs on {Argument.Runtime(workload)}; set runtimeClassName to a class of {other.Name.English}",
                    Argument.Chain(workload, new NeedResult(need, [])))
                    .WithFix(fix?.Title, fix is null ? [] : [fix.Value.Edit], workload.File);
            }
        }
    }

    /// <summary>Kata has one label for all its hypervisors.</summary>
    private static bool IsAlike(TechnologyDefinition technology, TechnologyDefinition other) =>
        string.Equals(technology.Id, other.Id, StringComparison.Ordinal) || string.Equals(technology.MechanismId, other.MechanismId, StringComparison.Ordinal);
}
