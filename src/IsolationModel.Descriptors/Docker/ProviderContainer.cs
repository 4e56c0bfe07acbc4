using IsolationModel.Data;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Containers in the words of the Docker provider of Pulumi, which are those of Terraform's (pulumi-docker, ContainerArgs), in the words of a Compose
/// service.
/// </summary>
internal static class ProviderContainer
{
    private static readonly (string Api, string Compose)[] Fields =
    [
        ("cgroupnsMode", "cgroup"),
        ("gpus", "gpus"),
        ("groupAdds", "group_add"),
        ("image", "image"),
        ("ipcMode", "ipc"),
        ("networkMode", "network_mode"),
        ("pidMode", "pid"),
        ("privileged", "privileged"),
        ("readOnly", "read_only"),
        ("runtime", "runtime"),
        ("sysctls", "sysctls"),
        ("user", "user"),
        ("usernsMode", "userns_mode"),
    ];

    private static readonly (string Api, string Compose)[] DeviceFields = [("hostPath", "source"), ("containerPath", "target"), ("permissions", "permissions")];

    private static readonly (string Api, string Compose)[] MountFields = [("type", "type"), ("source", "source"), ("target", "target"), ("readOnly", "read_only")];

    private static readonly (string Api, string Compose)[] VolumeFields = [("volumeName", "source"), ("hostPath", "source"), ("containerPath", "target"), ("readOnly", "read_only")];

    /// <summary>The service that it makes.</summary>
    public static DataMapping ToService(DataNode container)
    {
        var root = new DataCursor(container);
        var service = new ServiceEntries(container.Range);
        service.AddAll(root, Fields);
        service.AddList("security_opt", root["securityOpts"], root["securityOpts"], static option => option.Node!);
        service.AddList("cap_add", root["capabilities"]["adds"], root["capabilities"], static name => name.Node!);
        service.AddList("cap_drop", root["capabilities"]["drops"], root["capabilities"], static name => name.Node!);
        service.AddList("devices", root["devices"], root["devices"], static device => ServiceEntries.Renamed(device, DeviceFields));
        service.AddList("volumes", root["mounts"], root["mounts"], static mount => ServiceEntries.Renamed(mount, MountFields));
        service.AddList("volumes", root["volumes"], root["volumes"], static volume => ServiceEntries.Renamed(volume, VolumeFields));
        AddLabels(service, root["labels"]);
        return service.Build();
    }

    /// <summary>A list of pairs.</summary>
    private static void AddLabels(ServiceEntries service, DataCursor labels)
    {
        if (labels.Count == 0)
        {
            return;
        }

        var entries = new List<DataEntry>(labels.Count);
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels.At(i);
            if (label["label"].Scalar is { IsUnresolved: false, IsNull: false } key && label["value"].Node is { } value)
            {
                entries.Add(new DataEntry(key, value));
            }
        }

        service.Add("labels", labels.KeyRange, new DataMapping(labels.Range, entries));
    }
}
