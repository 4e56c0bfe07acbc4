using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Capabilities that a container adds and drops, as engines take them.</summary>
internal static class PodCapabilities
{
    private const string Prefix = "CAP_";

    public static void Read(DataCursor capabilities, List<SettingFact> facts, string text)
    {
        SettingFacts.AddList(facts, "addedCapabilities", capabilities["add"], Added, text);
        SettingFacts.AddList(facts, "droppedCapabilities", capabilities["drop"], Dropped, string.Empty);
    }

    /// <summary>
    /// Engines turn names to upper case. containerd puts CAP_ before every name, so that one that has it already is not found; CRI-O takes such a
    /// name (containerd internal/cri/opts/spec_opts.go, cri-o server/container_create_linux.go). What may be added counts as added.
    /// </summary>
    private static string Added(string name)
    {
        var upper = name.ToUpperInvariant();
        return upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper.Substring(Prefix.Length) : upper;
    }

    /// <summary>What may not be dropped counts as kept, so a prefix stays.</summary>
    private static string Dropped(string name) => name.ToUpperInvariant();
}
