using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A need is met by a runtime that holds while a developer's tool starts the container, and that publishing drops.</summary>
internal sealed class RuntimeIsNotPublished : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1009",
        "RuntimeIsNotPublished",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Runtime is dropped from what is published",
        "The runtime that a declared need rests on is set for local runs alone; what is published does not have it.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Workload is not { RunMode: { } place, Runtime.State: RuntimeReferenceState.Named }
            || workload.Assessment is not { } local
            || workload.Model.Platform(workload.Workload.PlatformId)?.DefaultTechnologyId is not { } id
            || workload.Model.Technology(id) is not { } technology)
        {
            yield break;
        }

        // Nothing of the settings is published either, so the default is judged by itself.
        var published = TechnologyAssessment.Of(workload.Model, technology, [], workload.Needs.Needs);
        for (var i = 0; i < published.Results.Count; i++)
        {
            var result = published.Results[i];
            if (result.Need.BindsTechnology && result.Own == Outcome.Fails && local.Results[i].Own != Outcome.Fails)
            {
                yield return Find(
                    workload,
                    place,
                    result.Need,
                    $"{workload.Workload.DisplayName} needs '{result.Need.Token}'{Argument.Requires(result, static constraint => constraint.Own == Outcome.Fails)}, and has {Argument.Runtime(workload)} in local runs alone: publishing drops these arguments, and what starts the container then picks its own default, such as {technology.Name.English}; set the runtime in what is published, too",
                    Argument.Chain(workload, result)) with { Alternatives = default };
            }
        }
    }
}
