using IsolationModel.Evaluation;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Answers;

/// <summary>How a workload comes to the technology that runs it, step by step.</summary>
internal static class RuntimePath
{
    /// <summary>The steps, each with the place that says so.</summary>
    public static IReadOnlyList<(string Text, TextPlace? Place)> Of(WorkloadAssessment workload)
    {
        var reference = workload.Workload.Runtime;
        var at = workload.File.Lines.PlaceOf(workload.File.Path, reference.Range);
        var steps = new List<(string, TextPlace?)>
        {
            (reference.State switch
            {
                RuntimeReferenceState.Named => $"{reference.Field}: {reference.Name}",
                RuntimeReferenceState.Unresolved => $"{reference.Field}: {reference.Name}, which is not known yet",
                _ => $"{reference.Field} is not set",
            }, at),
        };
        foreach (var related in workload.Related)
        {
            steps.Add((related.Message, new TextPlace(related.File, related.Range, related.Start, related.End)));
        }

        steps.Add(workload.Runtime.Technology is { } technology
            ? ($"{technology.Name.English} ({technology.Id}), {ArgumentJson.WordOf(workload.Runtime.Confidence)}: {workload.Runtime.Reason}", null)
            : ($"which technology runs it cannot be told: {workload.Runtime.Reason}", null));
        return steps;
    }
}
