using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Needs that the model declares for workloads by where they are.</summary>
internal static class WorkloadRules
{
    /// <summary>The declarations of every rule that matches a workload, in the order of the rules' ids.</summary>
    /// <remarks>
    /// A placeholder may become what a rule asks for. Its needs then hold, so that no template switches them off in silence;
    /// what it accepts does not, so that no template lowers a level on a guess.
    /// </remarks>
    public static IEnumerable<NeedDeclaration> For(ModelDefinition model, DescriptorFile file, Workload workload)
    {
        foreach (var rule in model.WorkloadNeeds)
        {
            if (!Matches(rule, file, workload, MayBe))
            {
                continue;
            }

            var acceptsWeaker = rule.AcceptsWeaker is not null && Matches(rule, file, workload, Is) ? rule.AcceptsWeaker : null;
            if (rule.NeedTokens.Count > 0)
            {
                yield return Declare(rule, NeedCarrier.Needs, string.Join(", ", rule.NeedTokens), acceptsWeaker);
            }

            if (rule.LevelId is { } level)
            {
                yield return Declare(rule, NeedCarrier.Level, level, acceptsWeaker);
            }

            if (rule.ScenarioId is { } scenario)
            {
                yield return Declare(rule, NeedCarrier.Scenario, scenario, acceptsWeaker);
            }
        }
    }

    private static bool Matches(WorkloadNeeds rule, DescriptorFile file, Workload workload, Func<string, string, bool> same) =>
        (rule.Namespace is null || (workload.Namespace is { } space && same(space, rule.Namespace)))
        && (rule.Path is null || IsAt(rule.Path, file.Path) || workload.SourceFiles.Any(source => IsAt(rule.Path, source)))
        && rule.Labels.All(label => workload.Labels.Any(carried => Is(carried.Key, label.Key) && same(carried.Value, label.Value)));

    private static bool IsAt(string pattern, string path) => Glob.Matches(pattern, path.Replace('\\', '/'));

    private static bool Is(string written, string wanted) => string.Equals(written, wanted, StringComparison.Ordinal);

    private static bool MayBe(string written, string wanted) => Is(written, wanted) || Placeholder.IsIn(written);

    private static NeedDeclaration Declare(WorkloadNeeds rule, NeedCarrier carrier, string text, string? acceptsWeaker) =>
        new(carrier, NeedScope.Model, text, string.Empty, LineMap.Empty, default, -1, acceptsWeaker, $"workloads.{rule.Id}");
}
