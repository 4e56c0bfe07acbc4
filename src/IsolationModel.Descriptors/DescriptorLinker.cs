using System.Diagnostics.CodeAnalysis;
using IsolationModel.Descriptors.Compose;
using IsolationModel.Descriptors.Helm;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Rules;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>
/// The step between reading and judging: what files of a run say only together is put together. It knows the files of the run and nothing else;
/// a path that leads elsewhere leads nowhere.
/// </summary>
public static class DescriptorLinker
{
    /// <summary>
    /// Whether the files of a run have to be read with their documents kept. Their names tell: without a kustomization among them, no document is
    /// needed once it is read.
    /// </summary>
    /// <param name="paths">The paths of all files of the run.</param>
    public static bool NeedsDocuments(IEnumerable<string> paths) => paths.Any(RunFiles.IsKustomization);

    /// <summary>Puts the files of a run together.</summary>
    /// <param name="files">All files of the run, each once.</param>
    /// <param name="fullPaths">
    /// The paths by which the files refer to each other, in the same order, where they are shown by others; otherwise null.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The files in the same order, as they are to be judged.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static IReadOnlyList<DescriptorFile> Link(IReadOnlyList<DescriptorFile> files, IReadOnlyList<string>? fullPaths = null, CancellationToken cancellationToken = default) =>
        Link(files, fullPaths, [], cancellationToken);

    /// <summary>Puts the files of a run together.</summary>
    /// <param name="files">All files of the run, each once.</param>
    /// <param name="fullPaths">
    /// The paths by which the files refer to each other, in the same order, where they are shown by others; otherwise null.
    /// </param>
    /// <param name="composeProjects">
    /// Files of Compose that are loaded together, by the same paths, each project in the order in which its files are loaded. What Compose finds by
    /// itself need not be named.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The files in the same order, as they are to be judged.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "A crash costs what is put together (ISM9001), never the build or the run")]
    public static IReadOnlyList<DescriptorFile> Link(
        IReadOnlyList<DescriptorFile> files, IReadOnlyList<string>? fullPaths, IReadOnlyList<IReadOnlyList<string>> composeProjects, CancellationToken cancellationToken)
    {
        var paths = fullPaths ?? files.Select(static file => file.Path).ToList();
        files = ComposeProjects.Concern(files)
            ? ComposeProjects.Link(files, new RunFiles(files, paths), composeProjects, cancellationToken)
            : ComposeProjects.WithoutAny(files);

        var hasKustomizations = NeedsDocuments(paths);
        if (!hasKustomizations && !HelmCharts.Concern(files))
        {
            return WithoutSources(files);
        }

        try
        {
            var gathered = HelmCharts.Gather(files, new RunFiles(files, paths));
            return hasKustomizations ? KustomizeGraph.Render(gathered, new RunFiles(gathered, paths), cancellationToken) : WithoutSources(gathered);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var failed = files.FirstOrDefault(static file => RunFiles.IsKustomization(file.Path)) ?? files[0];
            return files.Select(file => file with
            {
                Source = null,
                IsDescriptor = file.IsDescriptor || ReferenceEquals(file, failed),
                Findings = ReferenceEquals(file, failed) ? [.. file.Findings, InputRules.Failure(file.Path, "rendering", error)] : file.Findings,
            }).ToList();
        }
    }

    /// <summary>Documents are of no use once everything is put together.</summary>
    private static IReadOnlyList<DescriptorFile> WithoutSources(IReadOnlyList<DescriptorFile> files) =>
        files.Any(static file => file.Source is not null) ? files.Select(static file => file.Source is null ? file : file with { Source = null }).ToList() : files;
}
