using System.Diagnostics.CodeAnalysis;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Puts the projects of a run in the place of their files. What Compose loads by default is one project; a file that somebody has to name is a project
/// of its own where it can be started alone, and otherwise a part that changes others where it is loaded.
/// </summary>
internal sealed class ComposeProjects
{
    private readonly ComposeFiles _files;
    private readonly ComposeDiscovery _discovery;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, List<Workload>> _workloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkloadFragment>> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Finding>> _findings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);

    private ComposeProjects(IReadOnlyList<DescriptorFile> all, RunFiles run, CancellationToken cancellationToken)
    {
        _files = new ComposeFiles(all, run);
        _discovery = new ComposeDiscovery(_files, run);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether a run has files that may have to be put together.</summary>
    public static bool Concern(IReadOnlyList<DescriptorFile> files) => files.Any(static file => file.Source?.Text is not null && ComposeFiles.Documents(file).Count > 0);

    /// <summary>The files with what is put together from them.</summary>
    /// <param name="files">The files of the run.</param>
    /// <param name="run">Their paths.</param>
    /// <param name="chosen">The projects that the user of the product named, as paths.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A crash costs what is put together (ISM9001), never the build or the run")]
    public static IReadOnlyList<DescriptorFile> Link(IReadOnlyList<DescriptorFile> files, RunFiles run, IReadOnlyList<IReadOnlyList<string>> chosen, CancellationToken cancellationToken)
    {
        try
        {
            var projects = new ComposeProjects(files, run, cancellationToken);
            projects.Load(files, chosen);
            return files.Select(file => projects.Result(file, run.PathOf(file))).ToList();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var failed = files.First(static file => ComposeFiles.Documents(file).Count > 0);
            return files.Select(file => ReferenceEquals(file, failed) ? file with { Findings = [.. file.Findings, InputRules.Failure(file.Path, "putting Compose files together", error)] } : file).ToList();
        }
    }

    /// <summary>The files of a run without projects: what there is to tell only for one is not told.</summary>
    public static IReadOnlyList<DescriptorFile> WithoutAny(IReadOnlyList<DescriptorFile> files) => files.Any(IsForProjects) ? files.Select(Unused).ToList() : files;

    private void Load(IReadOnlyList<DescriptorFile> files, IReadOnlyList<IReadOnlyList<string>> chosen)
    {
        var loaded = _discovery.Find(files, chosen).Select(Load).ToList();
        var used = new HashSet<string>(loaded.SelectMany(static project => project.Project.Sources.Select(static source => source.Path).Concat(project.Named)), StringComparer.Ordinal);
        var others = _files.All.Keys.Where(path => !used.Contains(path)).OrderBy(static path => path, StringComparer.Ordinal).Select(_discovery.Alone).OfType<ComposeProject>().Select(Load).ToList();

        // A project that another one includes is judged there; one that is only reached from itself is judged all the same.
        var included = new HashSet<string>(loaded.Concat(others).SelectMany(static project => project.Included.Where(path => path != project.Project.Path)), StringComparer.Ordinal);
        var named = new HashSet<string>(others.SelectMany(static project => project.Named.Where(path => path != project.Project.Path)), StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var judged = loaded.Where(project => project.Project.Kind == ComposeProjectKind.Chosen || !included.Contains(project.Project.Path))
            .Concat(others.Where(project => !named.Contains(project.Project.Path) && !included.Contains(project.Project.Path)))
            .ToList();
        reached.UnionWith(judged.SelectMany(static project => project.Named.Append(project.Project.Path)));
        foreach (var project in loaded.Concat(others))
        {
            if (reached.Add(project.Project.Path))
            {
                judged.Add(project);
                reached.UnionWith(project.Named);
            }
        }

        var overlays = judged.Where(static project => project.Project.Kind == ComposeProjectKind.Other && IsOverlay(project)).ToList();
        var starts = judged.Where(static project => project.Project.Kind != ComposeProjectKind.Container).GroupBy(static project => project.Project.Path, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        foreach (var project in judged.Except(overlays))
        {
            Judge(project, starts.TryGetValue(project.Project.Path, out var count) && count > 1);
        }

        var bases = _workloads.Keys.GroupBy(RunPaths.FolderOf, StringComparer.Ordinal).ToDictionary(static folder => folder.Key, Base, StringComparer.Ordinal);
        foreach (var overlay in overlays)
        {
            Judge(overlay, bases.TryGetValue(overlay.Project.Folder, out var start) ? _workloads[start] : []);
        }

        // What is only a part of others is judged there.
        _sources.UnionWith(loaded.Concat(others).SelectMany(static project => project.Project.Sources.Select(static source => source.Path).Concat(project.Named)));
    }

    private LoadedProject Load(ComposeProject project)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var space = new ComposeSpace(_cancellationToken);
        var file = new DescriptorFileBuilder(project.Sources[0].ShownPath, _files.Lines) { Text = _files.Text };
        var loader = new ComposeLoader(space, _files, file.Report);
        var environment = _files.Environment(ComposeEnvironment.Empty, [RunPaths.Combine(project.Folder, ComposeFileNames.Environment)]);
        var model = loader.Load(project.Sources, project.Folder, environment);
        var place = new TextRange(project.Sources[0].Offset, 0);
        model.Gaps.AddRange(project.Missing.Select(path => new DescriptionGap(place, $"'{RunPaths.NameOf(path)}', which is loaded with it, is not among the files, or cannot be read; check it along")));
        if (!space.IsWithinLimit)
        {
            file.Report(InputRules.TooManyNodes, place, $"the services of the project take more than {DescriptorLimits.RenderedNodes} steps to put together, so they are not judged; split it");
        }

        return new LoadedProject(project, model, space, file, loader.Named, loader.Included);
    }

    /// <summary>Whether some of its services do not say what to run, so that it cannot be started alone.</summary>
    private static bool IsOverlay(LoadedProject project) => project.Model.Services.Any(static service => !service.IsComplete && service.Gaps.Count == 0);

    private void Judge(LoadedProject loaded, bool isOneOfSeveral)
    {
        var (project, model) = (loaded.Project, loaded.Model);
        var findings = Bucket(_findings, project.Path);
        var workloads = Bucket(_workloads, project.Path);
        if (loaded.Space.IsWithinLimit)
        {
            var rendering = isOneOfSeveral ? string.Join(" + ", project.Sources.Select(static source => RunPaths.NameOf(source.Path))) : null;
            foreach (var workload in ComposeWorkloads.Of(model, loaded.Space, loaded.File))
            {
                // A development container starts what is started without it as well; only what it changes is another workload.
                if (project.Kind != ComposeProjectKind.Container || workload.SourceFiles.Any(path => path != project.Sources[0].ShownPath))
                {
                    workloads.Add(workload with
                    {
                        Rendering = rendering,
                        SourceFiles = workload.SourceFiles.Where(path => path != project.Sources[0].ShownPath).ToList(),
                        Gaps = [.. workload.Gaps, .. MissingFiles(project, model)],
                    });
                }
            }

            AddMissing(loaded);
        }

        findings.AddRange(loaded.File.Build().Findings);
    }

    /// <summary>A file that is loaded with others may say something of each service.</summary>
    private static IEnumerable<DescriptionGap> MissingFiles(ComposeProject project, ComposeModel model) => model.Gaps.Skip(model.Gaps.Count - project.Missing.Count);

    /// <summary>What a project includes and nobody has: services that are not known at all.</summary>
    private void AddMissing(LoadedProject loaded)
    {
        var gaps = loaded.Model.Gaps.Take(loaded.Model.Gaps.Count - loaded.Project.Missing.Count).ToList();
        if (gaps.Count > 0)
        {
            var needs = new List<NeedDeclaration>();
            ComposeNeeds.Add(loaded.Model, loaded.File, needs);
            var runtime = new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.ComposeRuntime, string.Empty, gaps[0].Range, "runtime");
            var workload = new Workload("docker", "project", null, RunPaths.NameOf(loaded.Project.Path), gaps[0].Range, runtime, [], needs) { Gaps = gaps };
            Bucket(_fragments, loaded.Project.Path).Add(new WorkloadFragment(FragmentKind.Unrendered, workload, $"project {workload.Name}"));
        }
    }

    /// <summary>An overlay changes services of a project only where it is loaded, which its file does not say.</summary>
    private void Judge(LoadedProject overlay, List<Workload> workloads)
    {
        var path = overlay.Project.Path;
        var file = new DescriptorFileBuilder(overlay.File.Path, _files.Lines) { IsPartial = true };
        foreach (var part in ComposeWorkloads.Of(overlay.Model, overlay.Space, file))
        {
            var at = workloads.FindIndex(workload => string.Equals(workload.Name, part.Name, StringComparison.Ordinal));
            var says = part.Runtime.State == RuntimeReferenceState.Named || part.Containers.Any(static container => container.Settings.Any(static fact => !fact.IsDefault));
            if (says)
            {
                var needs = at < 0 ? part.Needs : [.. part.Needs, .. workloads[at].Needs];
                Bucket(_fragments, path).Add(new WorkloadFragment(FragmentKind.Overlay, part with { Needs = needs }, $"the overlay of service {part.Name}"));
            }

            if (at >= 0 && part.Runtime.State == RuntimeReferenceState.Named && workloads[at].Runtime is { State: RuntimeReferenceState.Absent, Condition: null } runtime)
            {
                var name = RunPaths.NameOf(path);
                var place = RelatedLocation.At(file.Path, file.Lines, part.Runtime.Range, $"{name} sets '{part.Runtime.Name}' for the service, where somebody loads it");
                workloads[at] = workloads[at] with
                {
                    Runtime = runtime with { Condition = $"and {name}, which sets '{part.Runtime.Name}', is not loaded by default" },
                    Origins = [.. workloads[at].Origins, place],
                };
            }
        }

        Bucket(_findings, path).AddRange(overlay.File.Build().Findings);
    }

    /// <summary>The project of a folder that Compose loads by default; where there is none, the first by its name.</summary>
    private static string Base(IEnumerable<string> paths) => paths.OrderBy(Rank).ThenBy(static path => path, StringComparer.Ordinal).First();

    private static int Rank(string path)
    {
        for (var i = 0; i < ComposeFileNames.Defaults.Count; i++)
        {
            if (string.Equals(RunPaths.NameOf(path), ComposeFileNames.Defaults[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return ComposeFileNames.Defaults.Count;
    }

    private DescriptorFile Result(DescriptorFile file, string path)
    {
        if (!_files.IsTaken(path) && !_discovery.IsTaken(path))
        {
            file = Unused(file);
        }

        if (_workloads.TryGetValue(path, out var workloads))
        {
            // What else stands in the file has its places there, and is left alone.
            return ComposeFiles.Documents(file).Count < file.DocumentCount
                ? file
                : file with { Lines = _files.Lines, Workloads = workloads, Fragments = Fragments(path), Findings = [.. file.Findings, .. _findings[path]] };
        }

        if (_fragments.ContainsKey(path))
        {
            return file with { Lines = _files.Lines, Workloads = [], Fragments = Fragments(path), Findings = [.. file.Findings, .. _findings[path]] };
        }

        return _sources.Contains(path) && ComposeFiles.Documents(file).Count == file.DocumentCount
            ? file with { Workloads = file.Workloads.Select(static workload => workload with { IsRendered = true }).ToList() }
            : file;
    }

    /// <summary>Whether what there is to tell of a file matters only to the projects that take it in: values that are not known (<see cref="DescriptorReader"/>).</summary>
    private static bool IsForProjects(DescriptorFile file) => !file.IsDescriptor && file.Findings.Count > 0;

    /// <summary>A file that no project takes in.</summary>
    private static DescriptorFile Unused(DescriptorFile file) => IsForProjects(file) ? file with { Findings = [] } : file;

    private List<WorkloadFragment> Fragments(string path) => _fragments.TryGetValue(path, out var fragments) ? fragments : [];

    private static List<T> Bucket<T>(Dictionary<string, List<T>> buckets, string key)
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            buckets.Add(key, bucket = []);
        }

        return bucket;
    }
}
