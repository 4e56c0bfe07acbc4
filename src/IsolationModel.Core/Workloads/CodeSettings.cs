using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>The settings that code gives to a workload: the same facts as a descriptor that says this.</summary>
public sealed class CodeSettings
{
    private const string HostPaths = "hostPaths";
    private const string WritableHostPaths = "writableHostPaths";
    private const string Escalation = "allowPrivilegeEscalation";

    private readonly List<SettingFact> _facts = [];

    /// <summary>Adds what is said of a setting; of several the last holds, as with assignments.</summary>
    public void Add(SettingFact fact)
    {
        _facts.RemoveAll(other => IsOf(other, fact.SettingId));
        _facts.Add(fact);
    }

    /// <summary>The settings as a container.</summary>
    /// <param name="range">Where the settings are given, for what they leave out.</param>
    public WorkloadContainer ToContainer(TextRange range)
    {
        var facts = new List<SettingFact>(_facts);
        // A writable mount is a mount, too; and escalation is allowed unless it is forbidden (Kubernetes API: defaults to true).
        if (facts.Find(fact => IsOf(fact, WritableHostPaths)) is { } writable)
        {
            var mounted = facts.Find(fact => IsOf(fact, HostPaths));
            facts.RemoveAll(fact => ReferenceEquals(fact, mounted));
            var items = (mounted?.Items ?? []).Concat(writable.Items).GroupBy(item => item.Value, StringComparer.Ordinal).Select(group => group.First()).ToList();
            facts.Add(SettingFact.List(HostPaths, items, mounted?.Range ?? writable.Range, writable.IsUnresolved || mounted is { IsUnresolved: true }));
        }

        if (!facts.Exists(fact => IsOf(fact, Escalation)))
        {
            facts.Add(SettingFact.Flag(Escalation, true, range));
        }

        return new WorkloadContainer("the container", facts) { Range = range };
    }

    private static bool IsOf(SettingFact fact, string settingId) => string.Equals(fact.SettingId, settingId, StringComparison.Ordinal);
}
