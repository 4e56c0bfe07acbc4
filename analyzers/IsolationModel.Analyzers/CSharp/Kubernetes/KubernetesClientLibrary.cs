using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>KubernetesClient, the official client: <c>k8s.Models</c>. Entities of other libraries (KubeOps, an operator's own) carry the same attribute.</summary>
internal sealed class KubernetesClientLibrary : KubernetesLibrary
{
    private static readonly KubernetesType Template = new(KubernetesPart.Template);
    private static readonly KubernetesType PodSpec = new(KubernetesPart.PodSpec);

    private readonly ConcurrentDictionary<ITypeSymbol, KubernetesType?> _types = new(SymbolEqualityComparer.Default);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "V1Pod", "V1PodSpec", "V1PodTemplateSpec", "V1PodTemplate", "V1Deployment", "V1StatefulSet", "V1DaemonSet", "V1ReplicaSet", "V1ReplicationController",
        "V1Job", "V1CronJob", "V1RuntimeClass", "V1Namespace", "V1PodList", "V1DeploymentList",
    };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "KubernetesClient") || References(compilation, "KubernetesClient.Aot")
        || References(compilation, "KubernetesClient.Models");

    /// <inheritdoc/>
    public override KubernetesType? TypeOf(ITypeSymbol type) => _types.TryGetValue(type, out var known) ? known : _types.GetOrAdd(type, Find);

    private static KubernetesType? Find(ITypeSymbol type)
    {
        if (type is { Name: "V1PodSpec" or "V1PodTemplateSpec", ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } } })
        {
            return type.Name == "V1PodSpec" ? PodSpec : Template;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "KubernetesEntityAttribute")
            {
                string group = string.Empty, kind = string.Empty, version = string.Empty;
                foreach (var argument in attribute.NamedArguments)
                {
                    var text = argument.Value.Value as string ?? string.Empty;
                    (group, kind, version) = argument.Key switch
                    {
                        "Group" => (text, kind, version),
                        "Kind" => (group, text, version),
                        "ApiVersion" => (group, kind, text),
                        _ => (group, kind, version),
                    };
                }

                return new KubernetesType(KubernetesPart.Object, group.Length == 0 ? version : $"{group}/{version}", kind);
            }
        }

        return null;
    }
}
