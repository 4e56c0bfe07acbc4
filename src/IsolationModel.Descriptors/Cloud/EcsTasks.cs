using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Cloud;

/// <summary>
/// Tasks of Amazon ECS, in the words of a task definition. On instances their containers are Docker's; on Fargate a task has a kernel of its own.
/// Which of the two it is, the launch type of the service decides, or of who runs the task: <c>requiresCompatibilities</c> only says for what the
/// definition is checked (Amazon ECS, task definition parameters).
/// </summary>
internal static class EcsTasks
{
    private const string Fargate = "fargate";
    private const string Host = "host";

    private static readonly (string Api, string Compose)[] Fields =
    [
        ("dockerLabels", "labels"),
        ("image", "image"),
        ("privileged", "privileged"),
        ("readonlyRootFilesystem", "read_only"),
        ("user", "user"),
    ];

    private static readonly (string Api, string Compose)[] DeviceFields = [("hostPath", "source"), ("containerPath", "target")];

    /// <summary>Reads each container of a task as a workload.</summary>
    /// <param name="task">The task definition; <c>launchType</c> stands in it where the code says on what it runs.</param>
    /// <param name="range">Where it is named.</param>
    /// <param name="file">Takes the workloads.</param>
    public static void Read(DataCursor task, TextRange range, DescriptorFileBuilder file)
    {
        var containers = task["containerDefinitions"];
        for (var i = 0; i < containers.Count; i++)
        {
            var container = containers.At(i);
            if (container.Node is DataMapping)
            {
                file.Workloads.Add(Read(task, container, range, file));
            }
        }
    }

    private static Workload Read(DataCursor task, DataCursor container, TextRange range, DescriptorFileBuilder file)
    {
        var name = container["name"] is { IsUnresolved: false, Text: { Length: > 0 } text } ? text : task["family"] is { IsUnresolved: false, Text: { Length: > 0 } family } ? family : "(unnamed)";
        var workload = ContainerWorkloads.Read(new ContainerView(new DataCursor(Service(task, container)), name, range) { Kind = "ECS container" }, file);
        var (isFargate, reason) = LaunchType(task);
        if (isFargate == false)
        {
            return workload;
        }

        var runtime = new RuntimeReference(reason is null ? RuntimeReferenceState.Named : RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeHandler, string.Empty, range, "launchType")
        {
            OfferedBy = reason is null ? Fargate : null,
            Reason = reason,
        };
        return reason is not null
            ? workload with { Runtime = runtime }
            : workload with { PlatformId = Fargate, Runtime = runtime, Containers = [new WorkloadContainer(string.Empty, [])], Flaws = Refused(task, container) };
    }

    /// <summary>What Fargate does not take (Amazon ECS, task definition differences for Fargate).</summary>
    private static List<DescriptorFlaw> Refused(DataCursor task, DataCursor container)
    {
        const string advice = "Fargate does not take it; remove it, or run the task on instances";
        var flaws = new List<DescriptorFlaw>();
        var privileged = container["privileged"];
        if (!privileged.IsUnresolved && privileged.Scalar?.AsBoolean() == true)
        {
            flaws.Add(new DescriptorFlaw(FlawKind.Refused, "'privileged: true'", advice, privileged.Range));
        }

        foreach (var field in new[] { "pidMode", "ipcMode", "networkMode" })
        {
            if (IsHost(task[field]))
            {
                flaws.Add(new DescriptorFlaw(FlawKind.Refused, $"'{field}: {Host}'", advice, task[field].Range));
            }
        }

        return flaws;
    }

    private static (bool? IsFargate, string? Reason) LaunchType(DataCursor task)
    {
        var launch = task["launchType"];
        if (launch is { IsUnresolved: false, Text: { } type })
        {
            return string.Equals(type, Fargate, StringComparison.OrdinalIgnoreCase) ? (true, null)
                : type.IndexOf(Fargate, StringComparison.OrdinalIgnoreCase) >= 0 ? (null, "it may run on instances and on Fargate; the launch type of the service decides, which is not here")
                : (false, null);
        }

        var checkedFor = task["requiresCompatibilities"];
        var mayBeFargate = launch.IsUnresolved || checkedFor.IsUnresolved;
        for (var i = 0; i < checkedFor.Count; i++)
        {
            mayBeFargate |= checkedFor.At(i) is var item && (item.IsUnresolved || string.Equals(item.Text, Fargate, StringComparison.OrdinalIgnoreCase));
        }

        return mayBeFargate
            ? (null, "requiresCompatibilities says for what the task is checked, not where it runs; the launch type of the service decides, which is not here")
            : (false, null);
    }

    private static DataMapping Service(DataCursor task, DataCursor container)
    {
        var service = new ServiceEntries(container.Range);
        service.AddAll(container, Fields);
        service.AddList("security_opt", container["dockerSecurityOptions"], container["dockerSecurityOptions"], static option => option.Node!);
        var linux = container["linuxParameters"];
        service.AddList("cap_add", linux["capabilities"]["add"], linux, static name => name.Node!);
        service.AddList("cap_drop", linux["capabilities"]["drop"], linux, static name => name.Node!);
        service.AddList("devices", linux["devices"], linux, static device => ServiceEntries.Renamed(device, DeviceFields));
        AddMode(service, "pid", task["pidMode"]);
        AddMode(service, "ipc", task["ipcMode"]);
        AddMode(service, "network_mode", task["networkMode"]);
        AddVolumes(service, task["volumes"], container["mountPoints"]);
        return service.Build();
    }

    /// <summary>Modes other than the host's keep to the task.</summary>
    private static void AddMode(ServiceEntries service, string key, DataCursor mode)
    {
        if (mode.IsUnresolved)
        {
            service.Add(key, mode);
        }
        else if (IsHost(mode))
        {
            service.Add(key, mode.KeyRange, new DataScalar(mode.Range, Host, isPlain: false, contentStart: -1));
        }
    }

    private static bool IsHost(DataCursor mode) => !mode.IsUnresolved && string.Equals(mode.Text, Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A mount names a volume of the task, which may be a path of the instance.</summary>
    private static void AddVolumes(ServiceEntries service, DataCursor volumes, DataCursor mounts)
    {
        for (var i = 0; i < mounts.Count; i++)
        {
            var name = mounts.At(i)["sourceVolume"].Text;
            for (var k = 0; k < volumes.Count; k++)
            {
                var path = volumes.At(k)["host"]["sourcePath"];
                if (name is not null && volumes.At(k)["name"].Text == name && path.Exists && !path.IsNull)
                {
                    service.AddList("volumes", new DataCursor(new DataSequence(path.Range, [Bind(path, mounts.At(i))])), path, static bind => bind.Node!);
                }
            }
        }
    }

    private static DataMapping Bind(DataCursor path, DataCursor mount)
    {
        var bind = new ServiceEntries(path.Range);
        bind.Add("type", path.Range, new DataScalar(path.Range, "bind", isPlain: false, contentStart: -1));
        bind.Add("source", path);
        bind.Add("target", mount["containerPath"]);
        bind.Add("read_only", mount["readOnly"]);
        return bind.Build();
    }
}
