using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Pods of one sort that an object makes: what of the object reaches them.</summary>
/// <param name="Spec">The pod spec, or what stands for it.</param>
internal sealed record PodView(DataCursor Spec)
{
    /// <summary>The template that the Pods are made after; missing where there is none of its own.</summary>
    public DataCursor Template { get; init; }

    /// <summary>The annotations that the Pods carry.</summary>
    public DataCursor Annotations { get; init; }

    /// <summary>The labels that the Pods carry.</summary>
    public DataCursor Labels { get; init; }

    /// <summary>Whether the object is the Pod, or hands its own annotations on to it.</summary>
    public bool IsObjectItself { get; init; }

    /// <summary>Which of the object's pods these are; null for the only ones.</summary>
    public string? Part { get; init; }

    /// <summary>Where the part is named; null for where the object is.</summary>
    public TextRange? PartRange { get; init; }

    /// <summary>How the runtime is picked where the pod spec does not say it.</summary>
    public RuntimeReference? Runtime { get; init; }

    /// <summary>The containers where the pod spec does not hold them.</summary>
    public IReadOnlyList<WorkloadContainer>? Containers { get; init; }

    /// <summary>Whether the pod spec is put together from parts of the object, so that no field can be added to it in one place.</summary>
    public bool IsComposed { get; init; }

    /// <summary>Whether something else may add to the security context of the pods.</summary>
    public bool IsContextOpen { get; init; }

    /// <summary>Whether a pod spec is known, to which the Pod Security Standards apply.</summary>
    public bool HasPodSpec => Containers is null && PodsOf is null;

    /// <summary>The object whose pods these are, if it is another one.</summary>
    public ObjectReference? PodsOf { get; init; }

    /// <summary>Whether they were found by their shape alone.</summary>
    public bool IsFoundByShape { get; init; }

    /// <summary>Pods after a template with <c>metadata</c> and <c>spec</c>.</summary>
    public static PodView OfTemplate(DataCursor template) => new(template["spec"])
    {
        Template = template,
        Annotations = template["metadata"]["annotations"],
        Labels = template["metadata"]["labels"],
    };

    /// <summary>Pods that carry the annotations and labels of the object itself.</summary>
    public static PodView OfObject(KubernetesObject item, DataCursor spec) => new(spec)
    {
        Annotations = item.Metadata["annotations"],
        Labels = item.Metadata["labels"],
        IsObjectItself = true,
    };

    /// <summary>Pods whose spec another object holds.</summary>
    /// <param name="other">The object; null where it cannot be told.</param>
    /// <param name="place">Where it is named.</param>
    /// <param name="field">The field that names it.</param>
    public static PodView OfOther(ObjectReference? other, TextRange place, string field) => new(default(DataCursor))
    {
        PodsOf = other,
        Runtime = new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, string.Empty, place, field)
        {
            Reason = $"{field} does not say which object holds the pods; render the template and check the output",
        },
        Containers = [new WorkloadContainer("the pod", [])],
    };
}
