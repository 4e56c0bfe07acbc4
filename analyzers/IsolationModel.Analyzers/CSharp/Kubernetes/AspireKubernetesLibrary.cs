using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>
/// The Kubernetes publisher of .NET Aspire: <c>Aspire.Hosting.Kubernetes.Resources</c>. Its objects name their kind by their type; a customization
/// changes an object that the publisher made, so that what is read is mostly a part.
/// </summary>
internal sealed class AspireKubernetesLibrary : KubernetesLibrary
{
    /// <summary>Type, API version and kind of what makes pods (dotnet/aspire, src/Aspire.Hosting.Kubernetes/Resources).</summary>
    private static readonly (string Type, string ApiVersion, string Kind)[] Objects =
    [
        ("Deployment", "apps/v1", "Deployment"),
        ("StatefulSet", "apps/v1", "StatefulSet"),
        ("DaemonSet", "apps/v1", "DaemonSet"),
        ("Job", "batch/v1", "Job"),
        ("CronJob", "batch/v1", "CronJob"),
        ("Pod", "v1", "Pod"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "PodSpecV1", "PodTemplateSpecV1", "PodTemplate", "PublishAsKubernetesService", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod",
    };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "Aspire.Hosting.Kubernetes");

    /// <inheritdoc/>
    public override KubernetesType? TypeOf(ITypeSymbol type)
    {
        if (type.ContainingNamespace?.ToDisplayString() != "Aspire.Hosting.Kubernetes.Resources")
        {
            return null;
        }

        if (type.Name is "PodSpecV1" or "PodTemplateSpecV1")
        {
            return new KubernetesType(type.Name == "PodSpecV1" ? KubernetesPart.PodSpec : KubernetesPart.Template);
        }

        var known = Array.Find(Objects, entry => entry.Type == type.Name);
        return known.Type is null ? null : new KubernetesType(KubernetesPart.Object, known.ApiVersion, known.Kind);
    }
}
