using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>
/// Pulumi.Kubernetes: <c>new Pulumi.Kubernetes.Apps.V1.Deployment("web", new DeploymentArgs { ... })</c>. Groups, versions and kinds are in the
/// names of namespaces and types (pulumi-kubernetes, <c>Pulumi.Kubernetes.Types.Inputs.&lt;Group&gt;.&lt;Version&gt;.&lt;Kind&gt;Args</c>).
/// </summary>
internal sealed class PulumiKubernetesLibrary : KubernetesLibrary
{
    private const string InputsPrefix = "Pulumi.Kubernetes.Types.Inputs.";
    private const string ArgsSuffix = "Args";

    /// <summary>Groups whose API name is not the namespace in lower case.</summary>
    private static readonly (string Namespace, string Group)[] Groups =
    [
        ("Core", string.Empty),
        ("Node", "node.k8s.io"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "PodArgs", "PodSpecArgs", "PodTemplateSpecArgs", "PodTemplateArgs", "DeploymentArgs", "StatefulSetArgs", "DaemonSetArgs", "ReplicaSetArgs", "ReplicationControllerArgs",
        "JobArgs", "CronJobArgs", "RuntimeClassArgs", "NamespaceArgs", "Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "RuntimeClass", "Namespace",
    };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "Pulumi.Kubernetes");

    /// <inheritdoc/>
    public override KubernetesType? TypeOf(ITypeSymbol type)
    {
        if (!type.Name.EndsWith(ArgsSuffix, StringComparison.Ordinal) || type.ContainingNamespace is not { } space || space.ToDisplayString() is not { } path || !path.StartsWith(InputsPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = path.Substring(InputsPrefix.Length).Split('.');
        var kind = type.Name.Substring(0, type.Name.Length - ArgsSuffix.Length);
        return parts.Length != 2 ? null : kind switch
        {
            "PodSpec" when parts[0] == "Core" => new KubernetesType(KubernetesPart.PodSpec),
            "PodTemplateSpec" when parts[0] == "Core" => new KubernetesType(KubernetesPart.Template),
            _ when Words.Contains(kind) || Words.Contains(type.Name) => new KubernetesType(KubernetesPart.Object, ApiVersion(parts[0], parts[1]), kind),
            _ => null,
        };
    }

    /// <summary>The name of the resource, which the provider completes unless the metadata has one.</summary>
    protected override string? NameOf(IOperation making) =>
        making.Syntax.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: var first }, ..] } }
        && making.SemanticModel?.GetConstantValue(first).Value is string name ? name + "-*" : null;

    private static string ApiVersion(string space, string version)
    {
        var known = Array.Find(Groups, entry => entry.Namespace == space);
        var group = known.Namespace is null ? space.ToLowerInvariant() : known.Group;
        return group.Length == 0 ? version.ToLowerInvariant() : $"{group}/{version.ToLowerInvariant()}";
    }
}
