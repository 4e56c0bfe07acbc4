using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>How a Pod picks its runtime.</summary>
internal static class PodRuntime
{
    private const string Field = "runtimeClassName";

    /// <summary>containerd runs a Pod with this annotation under the handler of this name (containerd cri config.go); nothing else does.</summary>
    public const string UntrustedAnnotation = "io.kubernetes.cri.untrusted-workload";
    public const string UntrustedHandler = "untrusted";

    public static RuntimeReference Read(DataCursor spec, DataCursor annotations)
    {
        var name = spec[Field];
        var untrusted = annotations[UntrustedAnnotation];
        // Only this word counts; "True" and "yes" select nothing (containerd compares with "true").
        TextRange? untrustedRange = untrusted.Text == "true" && annotations.Node is DataMapping ? untrusted.Range : null;
        if (!name.Exists || name.IsNull)
        {
            return untrustedRange is { } annotation
                ? new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeHandler, UntrustedHandler, annotation, UntrustedAnnotation) { UntrustedRange = annotation }
                : new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, name.Range, Field) { Misspelt = Misspelt(spec) };
        }

        if (name.Text is { Length: 0 })
        {
            return new RuntimeReference(RuntimeReferenceState.Empty, RuntimeNameKind.RuntimeClass, string.Empty, name.Range, Field) { UntrustedRange = untrustedRange };
        }

        return name.Text is { } text && !name.IsUnresolved
            ? new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, text, name.Range, Field) { UntrustedRange = untrustedRange }
            : new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, name.Text ?? string.Empty, name.Range, Field) { UntrustedRange = untrustedRange };
    }

    /// <summary>The API server's keys are case-sensitive: a field of another case is an unknown one, and it is dropped.</summary>
    private static SettingItem? Misspelt(DataCursor spec)
    {
        foreach (var entry in (spec.Node as DataMapping)?.Entries ?? [])
        {
            if (string.Equals(entry.Key.Value, Field, StringComparison.OrdinalIgnoreCase) && !string.Equals(entry.Key.Value, Field, StringComparison.Ordinal))
            {
                return new SettingItem(entry.Key.Value, spec[entry.Key.Value].KeyRange);
            }
        }

        return null;
    }
}
