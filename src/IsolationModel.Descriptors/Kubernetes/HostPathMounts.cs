using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Paths of the host that a container mounts. A volume that no container mounts reaches nothing.</summary>
internal static class HostPathMounts
{
    public static void Read(PodVolumes volumes, DataCursor container, List<SettingFact> facts)
    {
        var mounts = container["volumeMounts"];
        var all = new List<SettingItem>();
        var writable = new List<SettingItem>();
        var isPartial = mounts.IsUnresolved;
        for (var i = 0; i < mounts.Count; i++)
        {
            var mount = mounts.At(i);
            if (mount["name"].Text is not { } name || Find(volumes, name) is not { Exists: true } path)
            {
                continue;
            }

            if (path.Text is not { } text || path.IsUnresolved)
            {
                isPartial = true;
                continue;
            }

            var inner = mount["subPath"].Text ?? mount["subPathExpr"].Text;
            var item = new SettingItem(inner is null ? text : text.TrimEnd('/') + "/" + inner, path.Range);
            all.Add(item);
            if (mount["readOnly"].Scalar?.AsBoolean() != true)
            {
                writable.Add(item);
            }
        }

        if (all.Count > 0 || isPartial)
        {
            facts.Add(SettingFact.List("hostPaths", all, mounts.Range, isPartial));
            facts.Add(SettingFact.List("writableHostPaths", writable, mounts.Range, isPartial));
        }
    }

    /// <summary>Paths of the host in the volumes of a part of a Pod: whether they are mounted for writing is said elsewhere.</summary>
    public static void ReadUnmounted(DataCursor volumes, List<SettingFact> facts)
    {
        var paths = new List<SettingItem>();
        for (var i = 0; i < volumes.Count; i++)
        {
            var path = volumes.At(i)["hostPath"]["path"];
            if (path.Text is { } text && !path.IsUnresolved)
            {
                paths.Add(new SettingItem(text, path.Range));
            }
        }

        if (paths.Count > 0)
        {
            facts.Add(SettingFact.List("hostPaths", paths, volumes.Range));
        }
    }

    /// <summary>The path of a hostPath volume; missing for a volume of another sort, and a placeholder where one may stand for the volume.</summary>
    private static DataCursor Find(PodVolumes volumes, string name)
    {
        var volume = volumes.Find(name);
        if (!volume.Exists)
        {
            return volumes.Hidden;
        }

        var hostPath = volume["hostPath"];
        return hostPath.Exists ? hostPath["path"] is { Exists: true } path ? path : hostPath : default;
    }
}
