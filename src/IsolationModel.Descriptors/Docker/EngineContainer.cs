using IsolationModel.Data;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Containers as the Engine API of Docker takes them (<c>POST /containers/create</c>, the ContainerSpec of a Swarm service, <c>POST
/// /containers/{id}/exec</c>), in the words of a Compose service (moby api/swagger.yaml and compose-spec, field by field).
/// </summary>
internal static class EngineContainer
{
    private const string SecurityOptions = "security_opt";
    private const string Volumes = "volumes";

    /// <summary>Fields of a request that Compose has under another name, with the same values.</summary>
    private static readonly (string Api, string Compose)[] RequestFields =
    [
        ("Image", "image"),
        ("User", "user"),
        ("Labels", "labels"),
        ("platform", "platform"),
    ];

    private static readonly (string Api, string Compose)[] HostFields =
    [
        ("Annotations", "annotations"),
        ("CapAdd", "cap_add"),
        ("CapDrop", "cap_drop"),
        ("CgroupParent", "cgroup_parent"),
        ("CgroupnsMode", "cgroup"),
        ("DeviceCgroupRules", "device_cgroup_rules"),
        ("GroupAdd", "group_add"),
        ("IpcMode", "ipc"),
        ("Isolation", "isolation"),
        ("NetworkMode", "network_mode"),
        ("PidMode", "pid"),
        ("PidsLimit", "pids_limit"),
        ("Privileged", "privileged"),
        ("ReadonlyRootfs", "read_only"),
        ("Runtime", "runtime"),
        ("Sysctls", "sysctls"),
        ("UTSMode", "uts"),
        ("UsernsMode", "userns_mode"),
    ];

    private static readonly (string Api, string Compose)[] SwarmFields =
    [
        ("CapabilityAdd", "cap_add"),
        ("CapabilityDrop", "cap_drop"),
        ("Groups", "group_add"),
        ("Image", "image"),
        ("Isolation", "isolation"),
        ("Labels", "labels"),
        ("ReadOnly", "read_only"),
        ("Sysctls", "sysctls"),
        ("User", "user"),
    ];

    private static readonly (string Api, string Compose)[] MountFields = [("Type", "type"), ("Source", "source"), ("Target", "target"), ("ReadOnly", "read_only")];

    private static readonly (string Api, string Compose)[] DeviceFields = [("PathOnHost", "source"), ("PathInContainer", "target"), ("CgroupPermissions", "permissions")];

    private static readonly (string Api, string Compose)[] AcceleratorFields = [("Driver", "driver"), ("Count", "count"), ("DeviceIDs", "device_ids"), ("Options", "options")];

    /// <summary>The service that the request for a container makes.</summary>
    public static DataMapping FromRequest(DataNode request)
    {
        var root = new DataCursor(request);
        var host = root["HostConfig"];
        var service = new ServiceEntries(request.Range);
        service.AddAll(root, RequestFields);
        service.AddAll(host, HostFields);
        service.AddList(SecurityOptions, host["SecurityOpt"], host["SecurityOpt"], static option => option.Node!);
        service.AddList(Volumes, host["Binds"], host["Binds"], static bind => bind.Node!);
        service.AddList(Volumes, host["Mounts"], host["Mounts"], static mount => ServiceEntries.Renamed(mount, MountFields));
        service.AddList("volumes_from", host["VolumesFrom"], host["VolumesFrom"], OfContainer);
        service.AddList("devices", host["Devices"], host["Devices"], static device => ServiceEntries.Renamed(device, DeviceFields));
        AddAccelerators(service, host["DeviceRequests"]);

        // An empty list takes the default away; null and absence keep it (moby api/swagger.yaml, HostConfig.MaskedPaths).
        foreach (var field in new[] { "MaskedPaths", "ReadonlyPaths" })
        {
            var paths = host[field];
            if (paths.Node is DataSequence { Items.Count: 0 })
            {
                service.AddItem(SecurityOptions, paths, "systempaths=unconfined");
            }
            else if (paths.IsUnresolved && !host.IsUnresolved)
            {
                service.AddOpenItem(SecurityOptions, paths, "systempaths=");
            }
        }

        return service.Build();
    }

    /// <summary>The service that the container of a Swarm task makes.</summary>
    public static DataMapping FromSwarm(DataNode specification)
    {
        var root = new DataCursor(specification);
        var privileges = root["Privileges"];
        var service = new ServiceEntries(specification.Range);
        service.AddAll(root, SwarmFields);
        service.AddList(Volumes, root["Mounts"], root["Mounts"], static mount => ServiceEntries.Renamed(mount, MountFields));
        service.Add("credential_spec", privileges["CredentialSpec"]);
        AddOption(service, privileges["Seccomp"]["Mode"], "unconfined", "seccomp=", "unconfined");
        AddOption(service, privileges["AppArmor"]["Mode"], "disabled", "apparmor=", "unconfined");
        AddOption(service, privileges["SELinuxContext"]["Disable"], "true", "label=", "disable");
        AddOption(service, privileges["NoNewPrivileges"], "true", "no-new-privileges=", "true");
        return service.Build();
    }

    /// <summary>The service that a command makes which is run in a container that exists.</summary>
    public static DataMapping FromExec(DataNode command)
    {
        var root = new DataCursor(command);
        var hook = new ServiceEntries(command.Range);
        hook.AddAll(root, [("Privileged", "privileged"), ("User", "user")]);
        var service = new ServiceEntries(command.Range);
        service.Add("post_start", root["Privileged"].KeyRange, new DataSequence(command.Range, [hook.Build()]));
        return service.Build();
    }

    private static void AddOption(ServiceEntries service, DataCursor value, string word, string option, string setting)
    {
        if (value.IsUnresolved)
        {
            service.AddOpenItem(SecurityOptions, value, option);
        }
        else if (string.Equals(value.Text, word, StringComparison.OrdinalIgnoreCase))
        {
            service.AddItem(SecurityOptions, value, option + setting);
        }
    }

    /// <summary>The API names containers, which Compose calls <c>container:name</c>.</summary>
    private static DataNode OfContainer(DataCursor item) => item.Text is { } text && !item.IsUnresolved
        ? new DataScalar(item.Range, "container:" + text, isPlain: false, contentStart: -1)
        : item.Node!;

    private static void AddAccelerators(ServiceEntries service, DataCursor requests)
    {
        if (requests.IsUnresolved)
        {
            service.Add("gpus", requests);
        }
        else if (requests.Count > 0)
        {
            var devices = new List<DataNode>(requests.Count);
            for (var i = 0; i < requests.Count; i++)
            {
                var request = requests.At(i);
                devices.Add(request.Node is DataMapping ? Accelerator(request) : request.Node!);
            }

            service.Add("gpus", requests.KeyRange, new DataSequence(requests.Range, devices));
        }
    }

    /// <summary>The lists of capabilities, of which one has to fit, become a single one.</summary>
    private static DataMapping Accelerator(DataCursor request)
    {
        var entries = new ServiceEntries(request.Range);
        entries.AddAll(request, AcceleratorFields);
        var capabilities = request["Capabilities"];
        for (var i = 0; i < capabilities.Count; i++)
        {
            var one = capabilities.At(i);
            entries.AddList("capabilities", one, capabilities, static name => name.Node!);
        }

        return entries.Build();
    }
}
