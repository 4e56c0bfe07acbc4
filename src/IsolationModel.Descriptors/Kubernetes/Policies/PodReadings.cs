using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// The settings that a Pod can say, in CEL: one row a setting, beside the readers of this folder that say the same of a file. What the API server
/// refuses anyway (a profile without a type, a hostPath without a path) is not guarded: it is an error, and an error refuses.
/// </summary>
internal static class PodReadings
{
    private static readonly Dictionary<string, PodReading> All = new(StringComparer.Ordinal)
    {
        ["privileged"] = PodReading.Flag(PodFields.IsOnInContext("privileged")),
        ["hostPid"] = PodReading.Flag(PodFields.IsOn(PodFields.Spec, "hostPID")),
        ["hostIpc"] = PodReading.Flag(PodFields.IsOn(PodFields.Spec, "hostIPC")),
        ["hostNetwork"] = PodReading.Flag(PodFields.IsOn(PodFields.Spec, "hostNetwork")),
        ["userNamespace"] = PodReading.Flag(Variable(PolicyVariables.HasUserNamespace), Variable(PolicyVariables.MayHaveUserNamespace)),
        ["addedCapabilities"] = CapabilityReading.OfAdded,
        ["droppedCapabilities"] = CapabilityReading.OfDropped,
        ["seccomp"] = PodReading.Choice(OwnProfile("seccompProfile", Variable(PolicyVariables.PodSeccomp))),
        ["appArmor"] = PodReading.Choice(AppArmor(), canBeUnknown: true),
        ["procMount"] = PodReading.Choice(If(
            PodFields.Has(PodFields.Container, "securityContext", "procMount"), Primary(PodFields.Container + ".securityContext.procMount"), Primary(Quote("Default")))),
        ["seLinuxOptions"] = PodReading.Flag(PodFields.Effective(["seLinuxOptions"], static field => Exists(field, "k", True), False)),
        // A user who is not root is enough; that the flag says nothing of it changes nothing.
        ["runAsNonRoot"] = PodReading.Flag(Or(
            PodFields.IsEffectivelyOn("runAsNonRoot"),
            PodFields.Effective(["runAsUser"], static field => Relation($"{field} != 0"), False))),
        ["allowPrivilegeEscalation"] = PodReading.Flag(Not(PodFields.IsOff(PodFields.Container, "securityContext", "allowPrivilegeEscalation"))),
        ["hostProcess"] = PodReading.Flag(PodFields.IsEffectivelyOn("windowsOptions", "hostProcess")),
        ["gpu"] = PodReading.Flag(Or(Accelerator("limits"), Accelerator("requests"))),
        ["hostPaths"] = MountReading.HostPaths,
        ["writableHostPaths"] = MountReading.WritableHostPaths,
        ["subPath"] = MountReading.SubPath,
        ["blockDevice"] = MountReading.BlockDevice,
        ["sandboxSocketAccess"] = AnnotationReading.SocketAccess,
        ["guestSeccomp"] = AnnotationReading.GuestSeccomp,
        ["kataHostNetworkNamespace"] = AnnotationReading.HostNetworkNamespace,
        ["kataHostPrograms"] = AnnotationReading.HostPrograms,
        ["kataGuestChanges"] = AnnotationReading.GuestChanges,
        ["operatingSystem"] = new PodReading(static condition => OneOf(
            Variable(PolicyVariables.OperatingSystem),
            [.. condition.Test!.Operands.Select(static word => word == "Unset" ? string.Empty : word == "Linux" ? "linux" : "windows")])),
    };

    /// <summary>The ids of the settings.</summary>
    public static IReadOnlyCollection<string> Settings => All.Keys;

    /// <summary>How a setting is tested.</summary>
    public static PodReading Of(string settingId) => All[settingId];

    private static CelExpression Variable(string name) => Primary("variables." + name);

    /// <summary>The type of the container's own profile, else something else.</summary>
    private static CelExpression OwnProfile(string field, CelExpression otherwise) => If(
        PodFields.Has(PodFields.Container, "securityContext", field), Primary($"{PodFields.Container}.securityContext.{field}.type"), otherwise);

    /// <summary>The field of the container, the annotation, the field of the Pod, as <see cref="PodContainers"/> has it.</summary>
    private static CelExpression AppArmor()
    {
        var key = $"{Quote(AppArmorAnnotation.KeyPrefix)} + {PodFields.Container}.name";
        var value = $"{AnnotationReading.Map}[{key}]";
        var legacy = If(
            Relation($"{value} == 'unconfined'"),
            Primary(Quote("Unconfined")),
            If(Relation($"{value} == 'runtime/default'"), Primary(Quote("RuntimeDefault")), If(Primary($"{value}.startsWith('localhost/')"), Primary(Quote("Localhost")), Primary(Quote(PodReading.Unknown)))));
        return OwnProfile("appArmorProfile", If(Relation($"{key} in {AnnotationReading.Map}"), legacy, Variable(PolicyVariables.PodAppArmor)));
    }

    private static CelExpression Accelerator(string section)
    {
        var resources = $"{PodFields.Container}.resources.{section}";
        return And(
            PodFields.Has(PodFields.Container, "resources", section),
            Exists(resources, "k", And(Matches("k", PodDevices.Pattern), Relation($"{resources}[k] != '0'"))));
    }
}
