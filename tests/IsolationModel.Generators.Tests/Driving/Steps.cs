using IsolationModel.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>What the driver did in a run.</summary>
internal static class Steps
{
    /// <summary>Steps whose results become files.</summary>
    public static IReadOnlyList<string> OfFiles { get; } =
    [
        TrackingNames.Technologies, TrackingNames.Scales, TrackingNames.Catalogs, TrackingNames.Attributes,
        TrackingNames.Properties, TrackingNames.Words, TrackingNames.Needs, TrackingNames.Settings, TrackingNames.Facts,
    ];

    /// <summary>All steps that have a name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TrackingNames.Files, TrackingNames.Options, TrackingNames.Language, TrackingNames.Reading, TrackingNames.Model,
        TrackingNames.Findings, TrackingNames.Plan, TrackingNames.Failure, TrackingNames.SettingsFindings, .. OfFiles,
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
        .. OfFiles
            .SelectMany(step => result.TrackedSteps.TryGetValue(step, out var steps) ? steps : [])
            .SelectMany(run => run.Outputs)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .Select(output => Header(output.Value).Hint)
            .OrderBy(hint => hint, StringComparer.Ordinal),
    ];

    private static CodeHeader Header(object unit) => unit switch
    {
        TechnologyUnit technology => technology.Header,
        ScaleUnit scale => scale.Header,
        CatalogUnit catalog => catalog.Header,
        AttributesUnit attributes => attributes.Header,
        PropertiesUnit properties => properties.Header,
        WordsUnit words => words.Header,
        SettingsUnit settings => settings.Header,
        _ => ((FactsUnit)unit).Header,
    };
}
