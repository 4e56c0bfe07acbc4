using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What expressions of a policy share, by name.</summary>
internal static class PolicyVariables
{
    public const string Pod = "pod";
    public const string Spec = "spec";
    public const string Annotations = "annotations";
    public const string Containers = "containers";
    public const string HostPathVolumes = "hostPathVolumes";
    public const string OperatingSystem = "operatingSystem";
    public const string HasUserNamespace = "hasUserNamespace";
    public const string MayHaveUserNamespace = "mayHaveUserNamespace";
    public const string PodSeccomp = "podSeccomp";
    public const string PodAppArmor = "podAppArmor";
    public const string RuntimeClass = "runtimeClass";
    public const string Technology = "technology";

    private static readonly string[] Systems = ["linux", "windows"];

    /// <summary>The variables that read a pod, each after those that it uses.</summary>
    /// <param name="root">The pod, or what is made after its template.</param>
    /// <param name="classes">The map from runtime classes to technologies.</param>
    public static IReadOnlyList<PolicyVariable> Of(CelExpression root, string classes) =>
    [
        new(Pod, root),
        new(Spec, Primary($"variables.{Pod}.spec")),
        new(Annotations, If(PodFields.Has($"variables.{Pod}", "metadata", "annotations"), Primary($"variables.{Pod}.metadata.annotations"), Primary("{}"))),
        new(Containers, new CelExpression($"{PodFields.Spec}.containers\n+ {ListOf("initContainers")}\n+ {ListOf("ephemeralContainers")}", CelBinding.Additive)),
        new(HostPathVolumes, If(PodFields.Has(PodFields.Spec, "volumes"), Filter($"{PodFields.Spec}.volumes", "v", Primary("has(v.hostPath)")), Primary("[]"))),
        new(HasUserNamespace, PodFields.IsOff(PodFields.Spec, "hostUsers")),
        new(MayHaveUserNamespace, Or(Primary($"variables.{HasUserNamespace}"), And(Not(PodFields.Has(PodFields.Spec, "hostUsers")), AnnotationReading.AsksForUserNamespace))),
        new(PodSeccomp, Profile("seccompProfile")),
        new(PodAppArmor, Profile("appArmorProfile")),
        new(OperatingSystem, System()),
        new(RuntimeClass, Class()),
        new(Technology, If(Relation($"variables.{RuntimeClass} in {classes}"), Primary($"{classes}[variables.{RuntimeClass}]"), Primary("''"))),
    ];

    private static string ListOf(string field) => If(PodFields.Has(PodFields.Spec, field), Primary($"{PodFields.Spec}.{field}"), Primary("[]")).In(CelBinding.Primary);

    /// <summary>The type of a profile of the Pod, which holds for containers without one of their own.</summary>
    private static CelExpression Profile(string field) => If(
        PodFields.Has(PodFields.Spec, "securityContext", field), Primary($"{PodFields.Spec}.securityContext.{field}.type"), Primary("'Unset'"));

    /// <summary>As <see cref="PodOperatingSystem"/> reads it: what the pod says, what it asks of its node, or what only Windows has.</summary>
    private static CelExpression System()
    {
        var isHostProcess = Or(
            PodFields.IsOn(PodFields.Spec, "securityContext", "windowsOptions", "hostProcess"),
            Exists($"variables.{Containers}", "c", PodFields.IsOn("c", "securityContext", "windowsOptions", "hostProcess")));
        return If(
            And(PodFields.Has(PodFields.Spec, "os"), OneOf(Primary($"{PodFields.Spec}.os.name"), Systems)),
            Primary($"{PodFields.Spec}.os.name"),
            ByLabel("kubernetes.io/os", ByLabel("beta.kubernetes.io/os", If(isHostProcess, Primary("'windows'"), Primary("''")))));
    }

    private static CelExpression ByLabel(string key, CelExpression otherwise)
    {
        var selector = $"{PodFields.Spec}.nodeSelector";
        var value = $"{selector}[{Quote(key)}]";
        return If(And(PodFields.Has(PodFields.Spec, "nodeSelector"), Relation($"{Quote(key)} in {selector}"), OneOf(Primary(value), Systems)), Primary(value), otherwise);
    }

    /// <summary>As <see cref="PodRuntime"/> reads it. An empty name, which the API server refuses, picks nothing.</summary>
    private static CelExpression Class()
    {
        var name = $"{PodFields.Spec}.runtimeClassName";
        var byDefault = If(Relation($"variables.{OperatingSystem} == 'windows'"), Primary(Quote(RuntimeClassMap.WindowsKey)), Primary(Quote(RuntimeClassMap.DefaultKey)));
        return If(
            And(PodFields.Has(PodFields.Spec, "runtimeClassName"), Relation($"{name} != ''")),
            Primary(name),
            If(And(Not(PodFields.Has(PodFields.Spec, "runtimeClassName")), AnnotationReading.Is(PodRuntime.UntrustedAnnotation, "true")), Primary(Quote(RuntimeClassMap.UntrustedKey)), byDefault));
    }
}
