using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>How a Pod picks its runtime.</summary>
internal static class PodRuntime
{
    private const string Field = "runtimeClassName";

    /// <summary>containerd runs a Pod with this annotation under the handler of this name (containerd cri config.go); nothing else does.</summary>
    private const string UntrustedAnnotation = "io.kubernetes.cri.untrusted-workload";
    private const string UntrustedHandler = "untrusted";

    public static RuntimeReference Read(DataCursor spec, DataCursor annotations)
    {
        var name = spec[Field];
        var untrusted = annotations[UntrustedAnnotation];
        // The kubelet takes an empty name for the default; API validation refuses it, so that it never says anything else.
        if (!name.Exists || name.IsNull || name.Text is { Length: 0 })
        {
            return untrusted.Text == "true"
                ? new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeHandler, UntrustedHandler, untrusted.Range, UntrustedAnnotation)
                : new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, name.Range, Field);
        }

        return name.Text is { } text && !name.IsUnresolved
            ? new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, text, name.Range, Field)
            : new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, name.Text ?? string.Empty, name.Range, Field);
    }
}
