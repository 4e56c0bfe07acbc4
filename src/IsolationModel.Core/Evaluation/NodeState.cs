using System.Diagnostics.CodeAnalysis;
using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What the configuration files of a run say about the nodes of one workload. An overlay's word comes before it.</summary>
public sealed class NodeState
{
    private readonly Dictionary<string, (bool Holds, RelatedLocation Place)> _facts = new(StringComparer.Ordinal);
    private readonly List<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> _runtimes;

    private IReadOnlyDictionary<string, bool> _implied = NodePlatforms.Nothing;

    private NodeState(List<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> runtimes) => _runtimes = runtimes;

    /// <summary>No files, so nothing is known.</summary>
    public static NodeState Unknown { get; } = new([]);

    /// <summary>Settings that the nodes give to every pod of this runtime, each with the place that says so.</summary>
    public IReadOnlyList<(SettingFact Fact, RelatedLocation Place)> Settings { get; private init; } = [];

    /// <summary>Combines the files of a run with the definitions of the handler that a workload runs under.</summary>
    internal static NodeState Of(RunIndex run, string platformId, IReadOnlyList<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> runtimes)
    {
        var configurations = run.Configurations.Count == 0 ? [] : run.ConfigurationsOf(platformId);
        if (configurations.Count == 0)
        {
            return Of(platformId);
        }

        var settings = configurations
            .GroupBy(entry => entry.Configuration.Component)
            .SelectMany(SettingsOf)
            .Concat(SettingsOf(runtimes))
            .ToList();
        var state = new NodeState(runtimes.ToList()) { Settings = settings, _implied = NodePlatforms.Implied(platformId) };
        var all = configurations
            .SelectMany(entry => entry.Configuration.Evidence.Select(evidence => (entry.File, entry.Configuration.Component, Evidence: evidence)))
            .Concat(runtimes.SelectMany(entry => entry.Runtime.Evidence.Select(evidence => (entry.File, entry.Component, Evidence: evidence))));
        foreach (var fact in all.GroupBy(entry => entry.Evidence.FactId, StringComparer.Ordinal))
        {
            state.Decide(fact.Key, fact);
        }

        return state;
    }

    /// <summary>What is known of every node of a platform, whatever its configuration.</summary>
    internal static NodeState Of(string? platformId) => NodePlatforms.Implied(platformId) is { Count: > 0 } implied ? new NodeState([]) { _implied = implied } : Unknown;

    /// <summary>Whether a fact holds on every node of the platform, since nothing there can make it otherwise; null where that depends on the node.</summary>
    public bool? Implied(string id) => _implied.TryGetValue(id, out var holds) ? holds : null;

    /// <summary>Whether a fact holds on the nodes; null where no file says so, or where they disagree.</summary>
    public bool? Fact(string id) => _facts.TryGetValue(id, out var fact) ? fact.Holds : null;

    /// <summary>The place that decides a fact.</summary>
    public bool TryGetPlace(string factId, [NotNullWhen(true)] out RelatedLocation? place)
    {
        place = _facts.TryGetValue(factId, out var fact) ? fact.Place : null;
        return place is not null;
    }

    /// <summary>Whether CRI-O takes an annotation for pods of this handler; containerd knows none of CRI-O's. Null where that is open.</summary>
    public bool? Takes(string annotation)
    {
        bool? takes = null;
        foreach (var (_, component, runtime) in _runtimes)
        {
            // CRI-O compares prefixes (crio.conf.5, allowed_annotations).
            var here = component == NodeComponent.CriO && runtime.Annotations.Any(prefix => annotation.StartsWith(prefix, StringComparison.Ordinal));
            if (takes is not null && takes != here)
            {
                return null;
            }

            takes = here;
        }

        return takes;
    }

    /// <summary>A container as the nodes see it: what they give it, and its annotations where it is known whether they count.</summary>
    internal WorkloadContainer Settle(WorkloadContainer container, Text.TextRange place)
    {
        if (Settings.Count == 0 && _runtimes.Count == 0)
        {
            return container;
        }

        var facts = new List<SettingFact>(container.Settings.Count + Settings.Count);
        foreach (var fact in container.Settings)
        {
            var takes = fact.Annotation is null ? null : Takes(fact.Annotation);
            if (takes != false)
            {
                facts.Add(takes == true ? SettingFact.Flag(fact.SettingId, true, fact.Range) : fact);
            }
        }

        foreach (var (fact, _) in Settings)
        {
            var own = facts.FindIndex(other => string.Equals(other.SettingId, fact.SettingId, StringComparison.Ordinal));
            if (own >= 0 && facts[own].IsDefault)
            {
                facts[own] = fact with { Range = place, IsDefault = true };
            }
            else if (own < 0)
            {
                // The setting stands in another file; in this one it comes with the runtime.
                // What an engine gives every container has words of its own, and nobody asked for it here.
                facts.Add(fact with { Range = place, IsDefault = fact.Shown is not null });
            }
        }

        return container with { Settings = facts };
    }

    /// <summary>Settings that every definition of the handler gives its containers.</summary>
    private static IEnumerable<(SettingFact Fact, RelatedLocation Place)> SettingsOf(IReadOnlyList<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> runtimes)
    {
        foreach (var setting in runtimes.SelectMany(entry => entry.Runtime.Settings.Select(fact => (entry.File, Fact: fact))).GroupBy(entry => entry.Fact.SettingId, StringComparer.Ordinal))
        {
            var (file, fact) = setting.First();
            var agree = setting.Count() == runtimes.Count && setting.All(entry => string.Equals(entry.Fact.Value, fact.Value, StringComparison.Ordinal));
            yield return (agree ? fact : SettingFact.Unresolved(setting.Key, fact.Range), RelatedLocation.At(file.Path, file.Lines, fact.Range, $"setting '{setting.Key}' of the runtime is decided here"));
        }
    }

    /// <summary>Settings on which all files of a program agree; where they do not, the pod may land on either node.</summary>
    private static IEnumerable<(SettingFact Fact, RelatedLocation Place)> SettingsOf(IGrouping<NodeComponent, (DescriptorFile File, NodeConfiguration Configuration)> files)
    {
        var count = files.Count();
        foreach (var setting in files.SelectMany(entry => entry.Configuration.Settings.Select(fact => (entry.File, Fact: fact))).GroupBy(entry => entry.Fact.SettingId, StringComparer.Ordinal))
        {
            var (file, fact) = setting.First();
            var agree = setting.Count() == count && setting.All(entry => string.Equals(entry.Fact.Value, fact.Value, StringComparison.Ordinal));
            yield return (agree ? fact : SettingFact.Unresolved(setting.Key, fact.Range), RelatedLocation.At(file.Path, file.Lines, fact.Range, $"setting '{setting.Key}' of the node is decided here"));
        }
    }

    /// <summary>
    /// A fact holds as soon as one program brings it about. It does not hold where a program that alone decides says so, or where two that could
    /// bring it about both say so. Files of one program that disagree say nothing.
    /// </summary>
    private void Decide(string factId, IEnumerable<(DescriptorFile File, NodeComponent Component, NodeEvidence Evidence)> entries)
    {
        var denials = 0;
        var isDenied = false;
        (DescriptorFile File, NodeEvidence Evidence)? denial = null;
        foreach (var program in entries.GroupBy(entry => entry.Component))
        {
            var (file, _, evidence) = program.First();
            if (program.Any(entry => entry.Evidence.Holds != evidence.Holds))
            {
                continue;
            }

            if (evidence.Holds)
            {
                _facts[factId] = (true, Place(file, evidence));
                return;
            }

            denial ??= (file, evidence);
            denials++;
            isDenied |= evidence.IsDecisive;
        }

        if (denial is { } known && (isDenied || denials > 1))
        {
            _facts[factId] = (false, Place(known.File, known.Evidence));
        }
    }

    private static RelatedLocation Place(DescriptorFile file, NodeEvidence evidence) =>
        RelatedLocation.At(file.Path, file.Lines, evidence.Range, $"node fact '{evidence.FactId}' {(evidence.Holds ? "holds" : "does not hold")} by this file");
}
