using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Init;

/// <summary>What a folder holds that settings can speak of.</summary>
/// <param name="Folders">The folders with descriptors below the folder, with <c>/</c>, none within another; <c>.</c> for the folder itself.</param>
/// <param name="Workloads">The workloads, as they are judged without settings.</param>
/// <param name="UnknownNames">Names of runtimes that the model does not know, in their ordinal order.</param>
internal sealed record FoundDescriptors(IReadOnlyList<string> Folders, IReadOnlyList<WorkloadAssessment> Workloads, IReadOnlyList<(RuntimeNameKind Kind, string Name)> UnknownNames)
{
    /// <summary>Reads everything in a folder.</summary>
    public static FoundDescriptors In(string folder, ModelIndex model, ToolHost host, CancellationToken cancellationToken)
    {
        // Seen from the folder itself, so that paths are those of the settings in it.
        var inputs = InputSearch.Find(["."], folder, IsolationSettings.None, cancellationToken);
        using var progress = new ReadingProgress(inputs.Files.Count, terminal: null);
        var read = DescriptorLoader.Read(inputs, host, progress, cancellationToken);
        var files = DescriptorLoader.Link(read.Inputs, read.Files, [], cancellationToken);
        var workloads = Evaluator.Evaluate(model, files, [], cancellationToken).Workloads;

        // Namespaces declare needs, nodes give facts, and what cannot be read is told: a check of the settings shall find what one of the folder does.
        return new FoundDescriptors(FoldersOf(files.Where(static file => file.IsDescriptor)), workloads, Unknown(workloads, model));
    }

    private static List<string> FoldersOf(IEnumerable<DescriptorFile> files)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var slash = file.Path.LastIndexOf('/');
            folders.Add(slash < 0 ? "." : file.Path[..slash]);
        }

        return folders.Contains(".") ? ["."] : [.. folders.Where(folder => !folders.Any(other => folder.StartsWith(other + "/", StringComparison.Ordinal)))];
    }

    private static List<(RuntimeNameKind Kind, string Name)> Unknown(IReadOnlyList<WorkloadAssessment> workloads, ModelIndex model) =>
        [.. workloads
            .Where(static entry => entry.Runtime.Confidence == RuntimeConfidence.Unknown && entry.Workload.Runtime.State == RuntimeReferenceState.Named)
            .SelectMany(Names)
            .Where(name => model.RuntimeName(name.Kind, name.Name) is null)
            .Distinct()
            .OrderBy(static name => name.Kind)
            .ThenBy(static name => name.Name, StringComparer.Ordinal)];

    /// <summary>The handlers, where objects say what a class stands for; else the name that the workload uses.</summary>
    private static IEnumerable<(RuntimeNameKind Kind, string Name)> Names(WorkloadAssessment entry)
    {
        var handlers = entry.Runtime.Classes.Select(static found => found.Class.Handler).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return handlers.Count > 0
            ? handlers.Select(static handler => (RuntimeNameKind.RuntimeHandler, handler))
            : [(entry.Workload.Runtime.NameKind, entry.Workload.Runtime.Name)];
    }
}
