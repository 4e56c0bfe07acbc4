using IsolationModel.Policies;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What a container mounts, in CEL, as <see cref="HostPathMounts"/> and <see cref="PodMounts"/> read it.</summary>
internal static class MountReading
{
    private const string Mounts = PodFields.Container + ".volumeMounts";
    private const string Volumes = "variables." + PolicyVariables.HostPathVolumes;

    /// <summary>The path of the host that a mount opens: that of the volume, and the part of it.</summary>
    private static readonly string Path =
        $"v.hostPath.path + {If(Primary("has(m.subPath)"), new CelExpression("'/' + m.subPath", CelBinding.Additive), If(Primary("has(m.subPathExpr)"), new CelExpression("'/' + m.subPathExpr", CelBinding.Additive), Primary("''"))).In(CelBinding.Primary)}";

    public static PodReading HostPaths { get; } = Paths(True);

    public static PodReading WritableHostPaths { get; } = Paths(Not(PodFields.IsOn("m", "readOnly")));

    public static PodReading SubPath { get; } = PodReading.Flag(SomeMount(Or(
        And(PodFields.Has("m", "subPath"), Relation("m.subPath != ''")),
        And(PodFields.Has("m", "subPathExpr"), Relation("m.subPathExpr != ''")))));

    public static PodReading BlockDevice { get; } = PodReading.Flag(Or(
        And(PodFields.Has(PodFields.Container, "volumeDevices"), Exists(PodFields.Container + ".volumeDevices", "d", True)),
        SomeVolume(True, And(PodFields.Has("v.hostPath", "type"), Relation("v.hostPath.type == 'BlockDevice'")))));

    private static PodReading Paths(CelExpression ofMount) => PodReading.List(
        test => SomeVolume(ofMount, test == True ? True : Exists($"[{Path}]", "p", test)),
        words => OneOf(Primary("p"), words),
        patterns => Or([.. patterns.Select(Touches)]));

    private static CelExpression Touches(PathExpressions pattern) => And(Matches("p", pattern.Matches), pattern.Except is null ? True : Not(Matches("p", pattern.Except)));

    private static CelExpression SomeMount(CelExpression test) => And(PodFields.Has(PodFields.Container, "volumeMounts"), Exists(Mounts, "m", test));

    private static CelExpression SomeVolume(CelExpression ofMount, CelExpression ofVolume) =>
        SomeMount(And(ofMount, Exists(Volumes, "v", And(Relation("v.name == m.name"), ofVolume))));
}
