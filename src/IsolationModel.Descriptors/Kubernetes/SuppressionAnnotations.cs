using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Suppressions;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Suppressions that annotations declare: the only form that JSON has, and the one that survives rendering.</summary>
internal static class SuppressionAnnotations
{
    /// <summary>Adds what the annotations of an object, or of a pod template, suppress in it.</summary>
    /// <param name="item">The object or template; it is what the annotation speaks for.</param>
    /// <param name="file">The file.</param>
    /// <param name="space">The namespace for whose workloads it speaks, too, or null.</param>
    public static void Read(DataCursor item, DescriptorFileBuilder file, string? space = null)
    {
        var annotations = item["metadata"]["annotations"];
        var value = annotations[NeedKeys.Disable];
        if (value.Node is null || item.Node is not DataMapping)
        {
            return;
        }

        // Where the value does not stand in the text as it is (a block, an escape), its parts have no places of their own.
        var isVerbatim = value.Scalar is { ContentStart: >= 0 };
        file.Add(SuppressionParser.ReadAll(
            value.Text ?? string.Empty, (start, length) => isVerbatim ? value.RangeOf(start, length) : value.Range, item.Range, space, ValueEdit.RemoveEntry(annotations, NeedKeys.Disable, file.Text)));
    }
}
