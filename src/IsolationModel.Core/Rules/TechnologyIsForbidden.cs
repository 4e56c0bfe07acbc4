using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;

namespace IsolationModel.Rules;

/// <summary>The organisation bans the technology that is really picked, whatever the workload needs.</summary>
internal sealed class TechnologyIsForbidden : WorkloadRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1002",
        "TechnologyIsForbidden",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Technology is forbidden",
        "An overlay bans the technology that really runs the workload; the ban holds whether or not the workload declares a need.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Assessment?.Ban is not { } ban)
        {
            yield break;
        }

        var until = ban.Until is null ? string.Empty : $" until {ban.Until}";
        yield return Finding.At(
            Descriptor,
            Descriptor.DefaultSeverity,
            workload.File.Path,
            workload.File.Lines,
            workload.Workload.Runtime.Range,
            $"{workload.Workload.DisplayName} runs on {Argument.Runtime(workload)}, which model '{workload.Model.Definition.Id}' forbids{until}: {Text.Sentence.AsClause(ban.Reason)}{Argument.Instead(workload)}") with
        {
            Workload = workload.Workload.DisplayName,
            TechnologyId = workload.Runtime.Technology!.Id,
            Reasons = Reasons(workload, ban).ToEquatableArray(),
            Alternatives = workload.Alternatives,
            Related = workload.Runtime.Related,
        };
    }

    private static IEnumerable<string> Reasons(WorkloadAssessment workload, ForbiddenTechnology ban)
    {
        var sources = ban.SourceIds.Select(workload.Model.Source).OfType<SourceDefinition>().Select(source => source.Title).ToList();
        yield return $"ban: {ban.Reason}{(sources.Count == 0 ? string.Empty : $" ({string.Join("; ", sources)})")}";
        if (ban.ExceptScenarioIds.Count > 0)
        {
            yield return $"except in scenario {string.Join(", ", ban.ExceptScenarioIds)}";
        }
    }
}
