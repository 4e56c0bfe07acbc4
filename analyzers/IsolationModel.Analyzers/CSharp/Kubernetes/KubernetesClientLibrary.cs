using System.Collections.Concurrent;
using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        "V1Job", "V1CronJob", "V1RuntimeClass", "V1Namespace", "V1PodList", "V1DeploymentList", "KubernetesYaml", "KubernetesJson",
    };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "KubernetesClient") || References(compilation, "KubernetesClient.Aot")
        || References(compilation, "KubernetesClient.Models");

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        base.Read(file, expressions, found);
        foreach (var expression in expressions)
        {
            if (expression is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }, ..] } call
                && file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol { ContainingType: { Name: "KubernetesYaml" or "KubernetesJson", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true } } })
            {
                EmbeddedText.Read(file, text);
            }
        }
    }

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
