using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>A Rollout of Argo Rollouts: has a template of its own, or the one of another object (<c>spec.workloadRef</c>).</summary>
internal static class ArgoRollouts
{
    public static void Read(KubernetesObject item, DescriptorFileBuilder file)
    {
        var template = item.Spec["template"];
        var pods = PodView.OfTemplate(template);
        var other = item.Spec["workloadRef"];
        if (other.Exists && !other.IsNull && (!template.Exists || template.IsNull))
        {
            pods = Elsewhere(item, other, "workloadRef");
        }

        PodWorkloads.Add(item, pods, file);
    }

    /// <summary>Pods of the object that a reference with <c>kind</c> and <c>name</c> means; of nobody knows which where it is a placeholder.</summary>
    private static PodView Elsewhere(KubernetesObject item, DataCursor reference, string field)
    {
        var kind = reference["kind"];
        var name = reference["name"];
        return kind.Text is { } otherKind && name.Text is { } otherName && !kind.IsUnresolved && !name.IsUnresolved
            ? PodView.OfOther(new ObjectReference(otherKind, item.Namespace, otherName), name.Range, field)
            : PodView.OfOther(null, reference.Range, field);
    }
}
