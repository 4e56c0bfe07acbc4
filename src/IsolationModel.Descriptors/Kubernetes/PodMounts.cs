using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>What a container asks of its mounts that not every runtime can give.</summary>
internal static class PodMounts
{
    private const string SubPath = "subPath";
    private const string BlockDevice = "blockDevice";

    private static readonly string[] SubPathFields = ["subPath", "subPathExpr"];

    public static void Read(PodVolumes volumes, DataCursor container, List<SettingFact> facts)
    {
        var mounts = container["volumeMounts"];
        SettingFact? subPath = null;
        SettingFact? device = Device(container["volumeDevices"]);
        for (var i = 0; i < mounts.Count; i++)
        {
            var mount = mounts.At(i);
            foreach (var field in SubPathFields)
            {
                subPath ??= Part(mount[field]);
            }

            device ??= mount["name"].Text is { } name ? Disk(volumes, name) : null;
        }

        Add(facts, subPath);
        Add(facts, device);
    }

    private static SettingFact? Part(DataCursor path) => path.IsUnresolved ? SettingFact.Unresolved(SubPath, path.Range)
        : path.Text is { Length: > 0 } ? SettingFact.Flag(SubPath, true, path.Range)
        : null;

    private static SettingFact? Device(DataCursor devices) => devices.IsUnresolved ? SettingFact.Unresolved(BlockDevice, devices.Range)
        : devices.Count > 0 ? SettingFact.Flag(BlockDevice, true, devices.KeyRange)
        : null;

    /// <summary>A disk of the node that is mounted by a volume of that name.</summary>
    private static SettingFact? Disk(PodVolumes volumes, string name)
    {
        var type = volumes.Find(name)["hostPath"]["type"];
        return SettingFacts.Is(type, "BlockDevice") ? SettingFact.Flag(BlockDevice, true, type.Range) : null;
    }

    private static void Add(List<SettingFact> facts, SettingFact? fact)
    {
        if (fact is not null)
        {
            facts.Add(fact);
        }
    }
}
