using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Needs that the model declares for workloads by where they are.</summary>
internal static class WorkloadRules
{
    /// <summary>The declarations of every rule that matches a workload, in the order of the rules' ids.</summary>
    public static IEnumerable<NeedDeclaration> For(ModelDefinition model, DescriptorFile file, Workload workload)
    {
        foreach (var rule in model.WorkloadNeeds)
        {
            if (!Matches(rule, file, workload))
            {
                continue;
            }

            if (rule.NeedTokens.Count > 0)
            {
                yield return Declare(rule, NeedCarrier.Needs, string.Join(", ", rule.NeedTokens));
            }

            if (rule.LevelId is { } level)
            {
                yield return Declare(rule, NeedCarrier.Level, level);
            }

            if (rule.ScenarioId is { } scenario)
            {
                yield return Declare(rule, NeedCarrier.Scenario, scenario);
            }
        }
    }

    private static bool Matches(WorkloadNeeds rule, DescriptorFile file, Workload workload) =>
        (rule.Namespace is null || string.Equals(rule.Namespace, workload.Namespace, StringComparison.Ordinal))
        && (rule.Path is null || Glob.Matches(rule.Path, file.Path.Replace('\\', '/')))
        && rule.Labels.All(label => workload.Labels.Any(carried => carried == label));

    private static NeedDeclaration Declare(WorkloadNeeds rule, NeedCarrier carrier, string text) =>
        new(carrier, NeedScope.Model, text, string.Empty, LineMap.Empty, default, -1, rule.AcceptsWeaker, $"workloads.{rule.Id}");
}
