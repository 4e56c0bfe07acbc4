using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What files of one run say for each other: RuntimeClass and Namespace objects, node configurations and profiles, the configuration of admission, and what names each other.</summary>
public sealed class RunIndex
{
    private readonly Dictionary<string, List<(DescriptorFile File, RuntimeClassObject Class)>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NeedDeclaration>> _namespaceNeeds = new(StringComparer.Ordinal);
    private readonly List<AdmissionConfigurationObject> _admission = [];
    private SelectableClasses? _selectable;
    private readonly NamedObjects<(DescriptorFile File, RuntimeSelectorObject Selector)> _selectors = new();
    private readonly NamedObjects<NeedDeclaration> _needsOfOthers = new();
    private readonly NamedObjects<Workload> _workloads = new();
    private readonly Dictionary<string, List<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)>> _runtimes = new(StringComparer.Ordinal);
    private readonly List<(DescriptorFile File, NodeConfiguration Configuration)> _configurations = [];
    private readonly List<(DescriptorFile File, PlatformProfile Profile)> _profiles = [];

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

            foreach (var configuration in file.NodeConfigurations)
            {
                _configurations.Add((file, configuration));
                foreach (var runtime in configuration.Runtimes)
                {
                    Bucket(_runtimes, runtime.Handler).Add((file, configuration.Component, runtime));
                }
            }

            _profiles.AddRange(file.Profiles.Select(profile => (file, profile)));
        }

        IndexPodsOfOthers(files);
    }

    /// <summary>The runtime classes that workloads of the run can be told to use. A run has one model.</summary>
    internal SelectableClasses Selectable(ModelIndex model) => _selectable ??= new SelectableClasses(model, this);

    /// <summary>The names of the RuntimeClass objects.</summary>
    public IEnumerable<string> RuntimeClassNames => _classes.Keys;

    /// <summary>The configuration files of nodes.</summary>
    public IReadOnlyList<(DescriptorFile File, NodeConfiguration Configuration)> Configurations => _configurations;

    /// <summary>
    /// The RuntimeClass objects of a name that count for a file: those in the same file where there are any, since they are deployed together;
    /// otherwise all. Namespaces play no part, since the object has none.
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
        if (workload.ClusterNamespace is not { } name || !_namespaceNeeds.TryGetValue(name, out var needs))
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

    /// <summary>What the container engines of the nodes of a platform understand by a handler.</summary>
    public IReadOnlyList<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> NodeRuntimes(string handler, string platformId) =>
        _runtimes.TryGetValue(handler, out var runtimes) ? runtimes.FindAll(entry => NodePlatforms.Serves(entry.Component, platformId)) : [];

    /// <summary>The configuration files of the programs that a platform runs on.</summary>
    public IReadOnlyList<(DescriptorFile File, NodeConfiguration Configuration)> ConfigurationsOf(string platformId) =>
        _configurations.FindAll(entry => NodePlatforms.Serves(entry.Configuration.Component, platformId));

    /// <summary>The names under which the files of the engine of a platform register runtimes, each once and sorted.</summary>
    internal IEnumerable<string> RegisteredNames(string platformId) => ConfigurationsOf(platformId)
        .SelectMany(entry => entry.Configuration.Runtimes)
        .Select(runtime => runtime.Handler)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>
    /// The handlers of pods that ask for none, as the container engines name them. An engine that names none runs its own default, which is told
    /// only where no file names one and where the files say what it is.
    /// </summary>
    public IReadOnlyList<(DescriptorFile File, SettingItem Handler)> DefaultHandlers(string platformId)
    {
        var configurations = ConfigurationsOf(platformId);
        var named = configurations.Where(entry => entry.Configuration.DefaultHandler is not null).Select(entry => (entry.File, entry.Configuration.DefaultHandler!)).ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var implied = new List<(DescriptorFile, SettingItem)>();
        foreach (var (file, configuration) in configurations)
        {
            if (configuration.Runtimes.FirstOrDefault(entry => string.Equals(entry.Handler, configuration.ImpliedDefaultHandler, StringComparison.Ordinal)) is { } runtime)
            {
                implied.Add((file, new SettingItem(runtime.Handler, runtime.Range)));
            }
        }

        return implied;
    }

    /// <summary>The first profile that takes a workload, or null. Where the workload leaves its namespace open, only a profile for every namespace does.</summary>
    public (DescriptorFile File, PlatformProfile Profile)? Profile(Workload workload)
    {
        foreach (var (file, profile) in _profiles)
        {
            if (profile.Selectors.Any(selector => Glob.Matches(selector.Namespace, workload.Namespace ?? string.Empty) && selector.Labels.All(label => IsCarried(label, workload))))
            {
                return (file, profile);
            }
        }

        return null;
    }

    private static bool IsCarried(LabelMatch label, Workload workload) => workload.Labels.Any(
        carried => string.Equals(carried.Key, label.Key, StringComparison.Ordinal) && Glob.Matches(label.Value, carried.Value));

    private static List<T> Bucket<T>(Dictionary<string, List<T>> buckets, string key)
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            buckets.Add(key, bucket = []);
        }

        return bucket;
    }
}
