using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>The operating system that a Pod is built for: what it says itself, else what it asks of its node, else what only Windows has.</summary>
internal static class PodOperatingSystem
{
    private const string Setting = "operatingSystem";

    public static void Read(DataCursor spec, List<SettingFact> facts)
    {
        var selector = spec["nodeSelector"];
        foreach (var said in new[] { spec["os"]["name"], selector["kubernetes.io/os"], selector["beta.kubernetes.io/os"] })
        {
            if (said.IsUnresolved)
            {
                facts.Add(SettingFact.Unresolved(Setting, said.Range));
                return;
            }

            if (said.Text is "linux" or "windows")
            {
                facts.Add(SettingFact.Choice(Setting, said.Text == "linux" ? "Linux" : "Windows", said.Range));
                return;
            }
        }

        if (HostProcess(spec) is { } hostProcess)
        {
            facts.Add(SettingFact.Choice(Setting, "Windows", hostProcess.Range));
        }
    }

    private static DataCursor? HostProcess(DataCursor spec)
    {
        foreach (var context in new[] { spec["securityContext"] }.Concat(PodContainers.All(spec).Select(static container => container["securityContext"])))
        {
            if (context["windowsOptions"]["hostProcess"] is var value && SettingFacts.IsTrue(value))
            {
                return value;
            }
        }

        return null;
    }
}
