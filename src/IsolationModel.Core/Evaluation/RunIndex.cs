using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What descriptors of one run say for each other: RuntimeClass and Namespace objects, and what names each other, over all files.</summary>
public sealed class RunIndex
{
    private readonly Dictionary<string, List<(DescriptorFile File, RuntimeClassObject Class)>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NeedDeclaration>> _namespaceNeeds = new(StringComparer.Ordinal);
    private readonly NamedObjects<(DescriptorFile File, RuntimeSelectorObject Selector)> _selectors = new();
    private readonly NamedObjects<NeedDeclaration> _needsOfOthers = new();
    private readonly NamedObjects<Workload> _workloads = new();

    /// <summary>Indexes the files of a run, in the given order.</summary>
    public RunIndex(IReadOnlyList<DescriptorFile> files)
    {
        foreach (var file in files)
        {
            foreach (var selector in file.RuntimeSelectors)
            {
                _selectors.Add(selector.Object, [(file, selector)]);
            }

            foreach (var runtimeClass in file.RuntimeClasses)
            {
                Bucket(_classes, runtimeClass.Name).Add((file, runtimeClass));
            }

            foreach (var space in file.Namespaces)
            {
                Bucket(_namespaceNeeds, space.Name).AddRange(space.Needs);
            }
        }

        IndexPodsOfOthers(files);
    }

    /// <summary>
    /// The RuntimeClass objects of a name that count for a file: those in the same file where there are any, since they are deployed together;
    /// otherwise all.
    /// </summary>
    public IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> RuntimeClasses(string name, DescriptorFile from)
    {
        if (!_classes.TryGetValue(name, out var all))
        {
            return [];
        }

        var near = all.Where(entry => ReferenceEquals(entry.File, from)).ToList();
        return near.Count > 0 ? near : all;
    }

    /// <summary>The objects that a workload of a file names to pick its runtime; nearness counts as for RuntimeClass objects.</summary>
    public IReadOnlyList<(DescriptorFile File, RuntimeSelectorObject Selector)> RuntimeSelectors(ObjectReference meant, DescriptorFile from)
    {
        var all = _selectors.Find(meant);
        var near = all.Where(entry => ReferenceEquals(entry.File, from)).ToList();
        return near.Count > 0 ? near : all;
    }

    /// <summary>Whether some file of the run holds the pods of an object, so that they are judged there.</summary>
    public bool HoldsPodsOf(ObjectReference meant) => _workloads.Find(meant).Count > 0;

    /// <summary>The needs that other objects declare for a workload, since its pods are theirs.</summary>
    public IReadOnlyList<NeedDeclaration> NeedsOfOthers(Workload workload) => workload.PodsOf is null ? _needsOfOthers.Find(workload.Object) : [];

    /// <summary>The needs that a namespace declares.</summary>
    public IReadOnlyList<NeedDeclaration> NamespaceNeeds(string? name) =>
        name is not null && _namespaceNeeds.TryGetValue(name, out var needs) ? needs : [];

    /// <summary>Few runs have such objects; the others need no index of their workloads.</summary>
    private void IndexPodsOfOthers(IReadOnlyList<DescriptorFile> files)
    {
        if (files.All(file => file.PodsOfOthers.Count == 0))
        {
            return;
        }

        foreach (var workload in files.SelectMany(file => file.PodsOfOthers))
        {
            _needsOfOthers.Add(workload.PodsOf!, workload.Needs);
        }

        foreach (var workload in files.SelectMany(file => file.Workloads).Where(workload => workload.PodsOf is null))
        {
            _workloads.Add(workload.Object, [workload]);
        }
    }

    private static List<T> Bucket<T>(Dictionary<string, List<T>> buckets, string key)
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            buckets.Add(key, bucket = []);
        }

        return bucket;
    }
}
