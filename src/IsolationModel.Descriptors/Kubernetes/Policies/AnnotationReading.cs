using IsolationModel.Descriptors.Nodes;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Annotations by which a pod talks to its runtime, in CEL, as <see cref="PodAnnotations"/> reads them.</summary>
internal static class AnnotationReading
{
    public const string Map = "variables." + PolicyVariables.Annotations;

    public static PodReading SocketAccess { get; } = PodReading.Choice(
        If(Has(PodAnnotations.SocketFlag), Primary(Value(PodAnnotations.SocketFlag)), Primary(Quote("none"))));

    public static PodReading GuestSeccomp { get; } = MayBe(KataAnnotations.Runtime + "disable_guest_seccomp", "false");

    public static PodReading HostNetworkNamespace { get; } = MayBe(KataAnnotations.Runtime + "disable_new_netns", "true");

    public static PodReading HostPrograms { get; } = Keys(KataAnnotations.NamingHostPrograms);

    public static PodReading GuestChanges { get; } = Keys(KataAnnotations.ChangingGuest);

    /// <summary>CRI-O's word for a user namespace, which counts where the pod has no field and the node takes the annotation.</summary>
    public static CelExpression AsksForUserNamespace { get; } =
        Exists(List(PodAnnotations.UserNamespaces), "k", And(Relation($"k in {Map}"), Not(Relation($"{Map}[k] in ['', 'host']"))));

    /// <summary>Whether an annotation is there.</summary>
    public static CelExpression Has(string key) => Relation($"{Quote(key)} in {Map}");

    /// <summary>Whether an annotation has a value.</summary>
    public static CelExpression Is(string key, string value) => And(Has(key), Relation($"{Value(key)} == {Quote(value)}"));

    private static string Value(string key) => $"{Map}[{Quote(key)}]";

    private static PodReading MayBe(string key, string value) => PodReading.Flag(False, Is(key, value));

    /// <summary>Annotations whose items are called by what stands behind their last dot.</summary>
    private static PodReading Keys(IEnumerable<string> keys)
    {
        var all = keys.OrderBy(static key => key, StringComparer.Ordinal).ToList();
        return PodReading.List(
            test => Exists(List(all), "k", And(Relation($"k in {Map}"), test)),
            words => OneOf(Primary("k"), all.FindAll(key => words.Contains(key.Substring(key.LastIndexOf('.') + 1)))));
    }
}
