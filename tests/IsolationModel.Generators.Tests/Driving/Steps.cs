using IsolationModel.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>What the driver did in a run.</summary>
internal static class Steps
{
    /// <summary>All steps that have a name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TrackingNames.Files, TrackingNames.Options, TrackingNames.Reading, TrackingNames.Model, TrackingNames.SettingsFindings, TrackingNames.Units,
    ];

    /// <summary>The reasons of all results of a step.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var steps) ? [.. steps.SelectMany(run => run.Outputs).Select(output => output.Reason)] : [];

    /// <summary>The reasons of what was written or reported.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        [.. result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>The files that were written again in this run, sorted.</summary>
    public static IReadOnlyList<string> Rewritten(GeneratorRunResult result) =>
    [
        .. (result.TrackedSteps.TryGetValue(TrackingNames.Units, out var steps) ? steps : [])
            .SelectMany(run => run.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .Select(output => ((FileUnit)output.Value).Header.Hint)
            .OrderBy(hint => hint, StringComparer.Ordinal),
    ];
}
