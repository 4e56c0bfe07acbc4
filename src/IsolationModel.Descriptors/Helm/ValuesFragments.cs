using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Helm;

/// <summary>
/// Values of charts under the names that charts conventionally use (those of helm create, and the fields of a Pod themselves), as parts of
/// workloads. Whether a chart uses a value as its name says is not known.
/// </summary>
internal static class ValuesFragments
{
    /// <summary>Values for a chart's parts are nested a few levels; nothing deeper is a convention.</summary>
    private const int MaximumDepth = 6;

    private static readonly string[] PodFields = ["hostNetwork", "hostPID", "hostIPC", "runtimeClassName"];

    /// <summary>The parts of workloads that values hold.</summary>
    public static IReadOnlyList<WorkloadFragment> Read(IReadOnlyList<DataNode> documents, DescriptorFileBuilder file)
    {
        var fragments = new List<WorkloadFragment>();
        foreach (var document in documents)
        {
            Read(document, file, fragments, 0);
        }

        return fragments;
    }

    private static void Read(DataNode node, DescriptorFileBuilder file, List<WorkloadFragment> fragments, int depth)
    {
        if (node is not DataMapping mapping || depth > MaximumDepth || fragments.Count >= DescriptorLimits.Fragments)
        {
            return;
        }

        if (Pod(mapping) is { } pod)
        {
            var part = new DescriptorFileBuilder(file.Path, file.Lines) { IsPartial = true };
            new KubernetesFormat().TryRead(new DataCursor(pod), part);
            fragments.AddRange(part.Workloads.Select(static workload => new WorkloadFragment(FragmentKind.Values, workload, "a value of the chart")));
        }

        foreach (var entry in mapping.Entries)
        {
            Read(entry.Value, file, fragments, depth + 1);
        }
    }

    /// <summary>A Pod of nothing but the conventional values of a mapping; null where it has none.</summary>
    private static DataMapping? Pod(DataMapping values)
    {
        var spec = new DataMapping(values.Range, []);
        foreach (var field in PodFields)
        {
            spec = values.TryGet(field, out var key, out var value) && value is DataScalar ? TreeChange.With(spec, key, value) : spec;
        }

        if (values.TryGet("podSecurityContext", out var podKey, out var podContext) && podContext is DataMapping)
        {
            spec = TreeChange.With(spec, TreeChange.Text(podKey.Range, "securityContext"), podContext);
        }

        if (values.TryGet("securityContext", out var contextKey, out var context) && context is DataMapping)
        {
            var container = new DataMapping(context.Range, [new DataEntry(contextKey, context)]);
            spec = TreeChange.With(spec, TreeChange.Text(contextKey.Range, "containers"), new DataSequence(context.Range, [container]));
        }

        return spec.Entries.Count == 0 ? null : new DataMapping(values.Range, [
            new DataEntry(TreeChange.Text(values.Range, "apiVersion"), TreeChange.Text(values.Range, "v1")),
            new DataEntry(TreeChange.Text(values.Range, "kind"), TreeChange.Text(values.Range, "Pod")),
            new DataEntry(TreeChange.Text(values.Range, "spec"), spec),
        ]);
    }
}
