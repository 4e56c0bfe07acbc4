using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What descriptors of one run say for each other: RuntimeClass and Namespace objects, the configuration of admission, and what names each other, over all files.</summary>
public sealed class RunIndex
{
    private readonly Dictionary<string, List<(DescriptorFile File, RuntimeClassObject Class)>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NeedDeclaration>> _namespaceNeeds = new(StringComparer.Ordinal);
    private readonly List<AdmissionConfigurationObject> _admission = [];
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

            _admission.AddRange(file.AdmissionConfigurations);
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

    /// <summary>
    /// The needs that a workload's namespace declares, and the level of the Pod Security Standards that admission holds its pods to there. Where a
    /// namespace says nothing, what the cluster is configured for holds; namespaces outside of the run may say something, so nothing is assumed of them.
    /// </summary>
    public IEnumerable<NeedDeclaration> NamespaceNeeds(ModelIndex model, Workload workload)
    {
        if (workload.Namespace is not { } name || !_namespaceNeeds.TryGetValue(name, out var needs))
        {
            return [];
        }

        if (IsExempt(model, workload, name))
        {
            return needs.Where(need => need.Carrier != NeedCarrier.Admission);
        }

        // Of two configurations nobody knows which the cluster has.
        return _admission.Count == 1 && !needs.Exists(need => need.Carrier == NeedCarrier.Admission) ? _admission[0].Defaults.Concat(needs) : needs;
    }

    private bool IsExempt(ModelIndex model, Workload workload, string space)
    {
        var runtimeClass = workload.Runtime is { State: RuntimeReferenceState.Named, NameKind: RuntimeNameKind.RuntimeClass } named ? named.Name : string.Empty;
        return _admission.Exists(configuration => configuration.ExemptNamespaces.Contains(space) || configuration.ExemptRuntimeClasses.Contains(runtimeClass))
            || model.Definition.PodSecurityExemptions.Any(exemption => exemption.Namespaces.Contains(space) || exemption.RuntimeClasses.Contains(runtimeClass));
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
