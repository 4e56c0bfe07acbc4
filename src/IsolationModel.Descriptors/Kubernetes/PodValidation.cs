using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Combinations that Kubernetes refuses although each of their parts is valid: one row a rule. What is not known for certain is refused by no row.
/// The source of every row without another one is kubernetes pkg/apis/core/validation/validation.go.
/// </summary>
internal static class PodValidation
{
    private static readonly string[] HostNamespaces = ["hostPID", "hostIPC", "hostNetwork"];

    /// <summary>Rows that look at the Pod: what is refused, why, the model's settings of the field that is too many, and where it stands.</summary>
    private static readonly (string Subject, string Why, string[] Settings, Func<DataCursor, DataCursor> Find)[] PodRows =
    [
        // validatePodSpecSecurityContext
        ("'shareProcessNamespace: true' beside 'hostPID: true'",
            "processes are shared with the pod or with the host, not with both; remove one of them",
            [],
            static spec => If(SettingFacts.IsTrue(spec["hostPID"]) && SettingFacts.IsTrue(spec["shareProcessNamespace"]), spec["shareProcessNamespace"])),

        // validateHostUsers; hostNetwork is allowed behind the alpha gate UserNamespacesHostNetworkSupport
        ("'hostUsers: false' beside a namespace of the host",
            "a pod with a user namespace of its own may not use hostPID, hostIPC or hostNetwork; remove those",
            ["userNamespace"],
            static spec => If(SettingFacts.IsFalse(spec["hostUsers"]) && Array.Exists(HostNamespaces, field => SettingFacts.IsTrue(spec[field])), spec["hostUsers"])),

        // validateWindowsHostProcessPod
        ("'hostProcess: true' without 'hostNetwork: true'",
            "a HostProcess pod runs in the network of its node; set hostNetwork: true",
            ["hostProcess", "operatingSystem"],
            static spec => HostProcessWithoutHostNetwork(spec)),
        ("'hostProcess' that differs between containers",
            "either all containers of a pod are HostProcess containers or none is; give all of them the same value",
            ["hostProcess", "operatingSystem"],
            static spec => MixedHostProcess(spec)),
    ];

    /// <summary>Rows that look at one container of a Pod.</summary>
    private static readonly (string Subject, string Why, string[] Settings, Func<DataCursor, DataCursor, DataCursor> Find)[] ContainerRows =
    [
        // ValidateSecurityContext
        ("'allowPrivilegeEscalation: false' beside 'privileged: true'",
            "a privileged container may always gain privileges; remove privileged",
            ["allowPrivilegeEscalation"],
            static (_, container) => container["securityContext"] is var context
                ? If(SettingFacts.IsFalse(context["allowPrivilegeEscalation"]) && SettingFacts.IsTrue(context["privileged"]), context["allowPrivilegeEscalation"])
                : default),

        // ValidateSecurityContext compares the name with its prefix, which no other part of Kubernetes uses
        ("'allowPrivilegeEscalation: false' beside the added capability CAP_SYS_ADMIN",
            "whoever has it may always gain privileges; remove the capability",
            ["allowPrivilegeEscalation"],
            static (_, container) => container["securityContext"] is var context
                ? If(SettingFacts.IsFalse(context["allowPrivilegeEscalation"]) && Contains(context["capabilities"]["add"], "CAP_SYS_ADMIN"), context["allowPrivilegeEscalation"])
                : default),

        // ValidateSecurityContext, feature gate ProcMountType
        ("'procMount: Unmasked' without 'hostUsers: false'",
            "an unmasked /proc is for pods with a user namespace of their own; set hostUsers: false, or remove procMount",
            ["procMount"],
            static (spec, container) => container["securityContext"]["procMount"] is var procMount
                ? If(SettingFacts.Is(procMount, "Unmasked") && (!SettingFacts.IsSet(spec["hostUsers"]) || SettingFacts.IsTrue(spec["hostUsers"])), procMount)
                : default),

        // validateHostUsers
        ("'volumeDevices' beside 'hostUsers: false'",
            "a block device cannot be handed to a pod with a user namespace of its own; mount the volume as a file system, or remove hostUsers",
            ["blockDevice"],
            static (spec, container) => If(SettingFacts.IsFalse(spec["hostUsers"]) && container["volumeDevices"].Count > 0, container["volumeDevices"])),

        // kubelet verifyRunAsNonRoot (pkg/kubelet/kuberuntime/security_context.go): the node refuses it, not the API server
        ("'runAsUser: 0' beside 'runAsNonRoot: true'",
            "the node does not start a container as root that must not run as root; name another user",
            ["runAsNonRoot"],
            static (spec, container) => RootThatMustNotBe(spec["securityContext"], container["securityContext"])),
    ];

    public static void Check(DataCursor spec, List<DescriptorFlaw> flaws)
    {
        foreach (var (subject, why, settings, find) in PodRows)
        {
            Add(flaws, find(spec), subject, why, settings);
        }

        foreach (var container in PodContainers.All(spec))
        {
            foreach (var (subject, why, settings, find) in ContainerRows)
            {
                Add(flaws, find(spec, container), container["name"].Text is { } name ? $"{subject} in container '{name}'" : subject, why, settings);
            }
        }

        OperatingSystemFields.Check(spec, flaws);
    }

    public static void Add(List<DescriptorFlaw> flaws, DataCursor offending, string subject, string why, IReadOnlyList<string> settings)
    {
        if (offending.Exists)
        {
            // The key of what spans lines says more than all of its lines.
            var range = offending.Node is DataScalar ? offending.Range : offending.KeyRange;
            flaws.Add(new DescriptorFlaw(FlawKind.Refused, subject, why, range) { SettingIds = settings });
        }
    }

    private static DataCursor If(bool condition, DataCursor field) => condition ? field : default;

    private static bool Contains(DataCursor list, string word)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (SettingFacts.Is(list.At(i), word))
            {
                return true;
            }
        }

        return false;
    }

    private static DataCursor HostProcessWithoutHostNetwork(DataCursor spec)
    {
        var hostNetwork = spec["hostNetwork"];
        if (SettingFacts.IsSet(hostNetwork) && !SettingFacts.IsFalse(hostNetwork))
        {
            return default;
        }

        foreach (var (value, isOn) in HostProcesses(spec))
        {
            if (isOn == true)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The first value that differs from the first container's; nothing where one of them is not known.</summary>
    private static DataCursor MixedHostProcess(DataCursor spec)
    {
        bool? first = null;
        DataCursor different = default, anyOn = default;
        foreach (var (value, isOn) in HostProcesses(spec))
        {
            if (isOn is not { } known)
            {
                return default;
            }

            anyOn = known && !anyOn.Exists ? value : anyOn;
            different = first is { } before && before != known && !different.Exists ? value : different;
            first ??= known;
        }

        // A container that says nothing has no place of its own; the value that it lacks stands elsewhere.
        return !anyOn.Exists || first is null ? default : different.Exists ? different : HasSilentOne(spec) ? anyOn : default;
    }

    private static bool HasSilentOne(DataCursor spec)
    {
        var isSaidByPod = SettingFacts.IsSet(spec["securityContext"]["windowsOptions"]["hostProcess"]);
        return !isSaidByPod && PodContainers.All(spec).Any(static container => !SettingFacts.IsSet(container["securityContext"]["windowsOptions"]["hostProcess"]));
    }

    /// <summary>What each container that says it, or has it said by its Pod, is; null for what is not known.</summary>
    private static IEnumerable<(DataCursor Value, bool? IsOn)> HostProcesses(DataCursor spec)
    {
        var ofPod = spec["securityContext"]["windowsOptions"];
        if (SettingFacts.IsSet(ofPod["hostProcess"]))
        {
            yield return (ofPod["hostProcess"], ofPod["hostProcess"].Scalar?.AsBoolean());
        }

        foreach (var container in PodContainers.All(spec))
        {
            var own = container["securityContext"]["windowsOptions"]["hostProcess"];
            if (SettingFacts.IsSet(own))
            {
                yield return (own, own.Scalar?.AsBoolean());
            }
        }
    }

    private static DataCursor RootThatMustNotBe(DataCursor podContext, DataCursor context)
    {
        var user = PodContainers.Effective(podContext, context, "runAsUser");
        return If(SettingFacts.IsTrue(PodContainers.Effective(podContext, context, "runAsNonRoot")) && SettingFacts.IsSet(user) && NonRoot.IsRoot(user) == true, user);
    }
}
