using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// Puts what the kustomizations of a run render in the place of what they are made of: a kustomization that no other builds on is deployed, and
/// the objects of its files are judged as they come out of it. Where something is missing, its patches are judged as patches, and its files stand
/// for themselves.
/// </summary>
internal sealed class KustomizeGraph
{
    private readonly RenderSpace _space;
    private readonly Dictionary<string, Kustomization> _byFile = new(StringComparer.Ordinal);
    private readonly KustomizeRenderer _renderer;
    private readonly string _commonFolder;
    private readonly HashSet<DescriptorFile> _consumed = [];
    private readonly HashSet<DescriptorFile> _patchFiles = [];
    private readonly HashSet<Kustomization> _done = [];
    private readonly Dictionary<DescriptorFile, DescriptorFile> _results = [];

    private KustomizeGraph(RunFiles files, IReadOnlyList<DescriptorFile> kustomizations, CancellationToken cancellationToken)
    {
        _space = new RenderSpace(cancellationToken);
        var reader = new KustomizationReader(files, _space);
        foreach (var file in kustomizations)
        {
            _byFile[file.Path] = reader.Read(file);
        }

        _renderer = new KustomizeRenderer(_byFile, _space);
        _commonFolder = RunPaths.CommonFolder(_byFile.Values.Select(static kustomization => kustomization.Folder).ToList());
        _patchFiles.UnionWith(_byFile.Values.SelectMany(static kustomization => kustomization.Patches.Select(patch => patch.File)).Where(file => !_byFile.ContainsKey(file.Path)));
    }

    /// <summary>The files with what they render; the same files where there is no kustomization.</summary>
    public static IReadOnlyList<DescriptorFile> Render(IReadOnlyList<DescriptorFile> files, RunFiles run, CancellationToken cancellationToken)
    {
        var kustomizations = files.Where(static file => RunFiles.IsKustomization(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        return kustomizations.Count == 0 ? files : new KustomizeGraph(run, kustomizations, cancellationToken).Render(files);
    }

    private List<DescriptorFile> Render(IReadOnlyList<DescriptorFile> files)
    {
        var referenced = new HashSet<string>(
            _byFile.Values.SelectMany(static kustomization => kustomization.Resources.Concat(kustomization.Components)).Where(static reference => reference.IsFolder).Select(static reference => reference.File.Path),
            StringComparer.Ordinal);
        var all = _byFile.Values.OrderBy(static kustomization => kustomization.File.Path, StringComparer.Ordinal).ToList();
        RenderRoots(all.Where(kustomization => !referenced.Contains(kustomization.File.Path)));

        // What is left is only reached from itself.
        foreach (var kustomization in all)
        {
            if (!_done.Contains(kustomization))
            {
                RenderRoots([kustomization]);
            }
        }

        return files.Select(Result).ToList();
    }

    private void RenderRoots(IEnumerable<Kustomization> roots)
    {
        var failed = new Queue<Kustomization>();
        foreach (var root in roots)
        {
            if (root.IsComponent || !TryRender(root))
            {
                failed.Enqueue(root);
            }
        }

        // What builds on something that is missing leaves the rest of what it builds on to stand for itself.
        while (failed.Count > 0)
        {
            var parent = failed.Dequeue();
            if (!_done.Add(parent))
            {
                continue;
            }

            AddFragments(parent);
            foreach (var reference in parent.Resources.Concat(parent.Components).Where(static reference => reference.IsFolder))
            {
                var child = _byFile[reference.File.Path];
                if (!_done.Contains(child) && (child.IsComponent || !TryRender(child)))
                {
                    failed.Enqueue(child);
                }
            }
        }
    }

    private bool TryRender(Kustomization root)
    {
        if (_renderer.Render(root, out _) is not { } objects)
        {
            return false;
        }

        Consume(root);
        var builder = new DescriptorFileBuilder(root.File.Path, _space.Lines);
        var workloads = new List<Workload>();
        foreach (var item in objects)
        {
            builder.Workloads.Clear();
            if (DescriptorFormats.All.Any(format => format.TryRead(new DataCursor(item.Root), builder)))
            {
                workloads.AddRange(builder.Workloads.Select(workload => workload with { Rendering = NameOf(root), SourceFiles = [item.SourceFile] }));
            }
        }

        var read = builder.Build();
        _results[root.File] = root.File with
        {
            IsDescriptor = true,
            Lines = _space.Lines,
            Workloads = workloads,
            RuntimeClasses = read.RuntimeClasses,
            Namespaces = read.Namespaces,
            Findings = [.. root.File.Findings, .. read.Findings],
        };
        return true;
    }

    /// <summary>Marks everything that a rendering is made of.</summary>
    private void Consume(Kustomization kustomization)
    {
        if (_done.Add(kustomization))
        {
            foreach (var reference in kustomization.Resources.Concat(kustomization.Components))
            {
                if (reference.IsFolder)
                {
                    Consume(_byFile[reference.File.Path]);
                }
                else
                {
                    _consumed.Add(reference.File);
                }
            }
        }
    }

    private void AddFragments(Kustomization kustomization)
    {
        var fragments = PatchFragments.Of(kustomization, _space.Lines, LocalWorkloads(kustomization)).Take(DescriptorLimits.Fragments).ToList();
        if (!kustomization.IsComponent && _renderer.Render(kustomization, out var problem) is null)
        {
            fragments.Add(Unrendered(kustomization, problem!));
        }

        _results[kustomization.File] = kustomization.File with { IsDescriptor = true, Lines = _space.Lines, Workloads = [], Fragments = fragments };
    }

    private WorkloadFragment Unrendered(Kustomization kustomization, RenderProblem problem)
    {
        var local = LocalWorkloads(kustomization);
        var name = NameOf(kustomization);
        var runtime = new RuntimeReference(RuntimeReferenceState.Absent, Modeling.RuntimeNameKind.RuntimeClass, string.Empty, problem.Range, "runtimeClassName");
        var needs = local.SelectMany(static workload => workload.Needs).ToList();
        NeedAnnotations.Read(kustomization.Annotations, NeedScope.Object, new DescriptorFileBuilder(kustomization.File.Path, _space.Lines), needs);
        var workload = new Workload("kubernetes", "Kustomization", kustomization.Namespace.Text, name, problem.Range, runtime, [], needs);
        return new WorkloadFragment(FragmentKind.Unrendered, workload, $"kustomization {name}")
        {
            Reason = $"kustomization {name} is not rendered, because {problem.Reason}, so what it deploys is not judged; render it (kustomize build) and check the output",
        };
    }

    /// <summary>The workloads of the run's files below a kustomization, as their files have them.</summary>
    private List<Workload> LocalWorkloads(Kustomization kustomization)
    {
        var workloads = new List<Workload>();
        var seen = new HashSet<Kustomization>();
        var open = new Stack<Kustomization>([kustomization]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (seen.Add(next))
            {
                foreach (var reference in next.Resources.Concat(next.Components))
                {
                    if (reference.IsFolder)
                    {
                        open.Push(_byFile[reference.File.Path]);
                    }
                    else
                    {
                        workloads.AddRange(reference.File.Workloads);
                    }
                }
            }
        }

        return workloads;
    }

    private DescriptorFile Result(DescriptorFile file)
    {
        if (_results.TryGetValue(file, out var result))
        {
            return result with { Source = null };
        }

        if (_consumed.Contains(file))
        {
            // It is deployed as it is rendered, but it stands here; what it says for others is said by the rendering.
            return file with { Source = null, RuntimeClasses = [], Namespaces = [], Workloads = file.Workloads.Select(static workload => workload with { IsRendered = true }).ToList() };
        }

        // A patch is a part of an object; nothing is missing in it.
        return _patchFiles.Contains(file)
            ? file with { Source = null, RuntimeClasses = [], Namespaces = [], Workloads = [] }
            : file with { Source = null };
    }

    /// <summary>The kustomization's folder as people call it, the same wherever the run starts.</summary>
    private string NameOf(Kustomization kustomization)
    {
        var inner = kustomization.Folder.Length > _commonFolder.Length ? kustomization.Folder.Substring(_commonFolder.Length).TrimStart('/') : string.Empty;
        var name = inner.Length > 0 ? inner : RunPaths.NameOf(kustomization.Folder);
        return name.Length > 0 ? name : RunPaths.NameOf(kustomization.File.Path);
    }
}
