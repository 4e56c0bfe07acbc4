using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Devices that a container asks for as extended resources of its node.</summary>
internal static class PodDevices
{
    private static readonly string[] Sections = ["limits", "requests"];

    /// <summary>Resource names of accelerators: vendors end them with "/gpu", NVIDIA also with "/gpu.shared" and "/mig-...", Intel with a driver ("gpu.intel.com/i915").</summary>
    private static readonly string[] Marks = ["/gpu", "/mig-"];

    private const string IntelPrefix = "gpu.intel.com/";

    /// <summary>The same names as a regular expression, for places where only those are at hand.</summary>
    public static string Pattern => $"^{IntelPrefix.Replace(".", "[.]")}|{string.Join("|", Marks)}";

    public static void Read(DataCursor resources, List<SettingFact> facts)
    {
        foreach (var section in Sections)
        {
            foreach (var entry in (resources[section].Node as DataMapping)?.Entries ?? [])
            {
                var amount = resources[section][entry.Key.Value];
                if (IsAccelerator(entry.Key.Value) && amount.Text != "0")
                {
                    facts.Add(amount.IsUnresolved ? SettingFact.Unresolved("gpu", entry.Key.Range) : SettingFact.Flag("gpu", true, entry.Key.Range));
                    return;
                }
            }
        }
    }

    private static bool IsAccelerator(string name) =>
        name.StartsWith(IntelPrefix, StringComparison.Ordinal) || Array.Exists(Marks, mark => name.IndexOf(mark, StringComparison.Ordinal) >= 0);
}
