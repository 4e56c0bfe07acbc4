using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Turns the Pods of an object into a workload.</summary>
internal static class PodWorkloads
{
    public static void Add(KubernetesObject item, PodView pods, DescriptorFileBuilder file)
    {
        var metadata = item.Metadata;
        var needs = new List<NeedDeclaration>();
        if (!pods.IsObjectItself)
        {
            NeedAnnotations.Read(metadata["annotations"], NeedScope.Object, file, needs);
            NeedAnnotations.ReadLabels(metadata["labels"], NeedScope.Object, file, needs);
        }

        NeedAnnotations.Read(pods.Annotations, NeedScope.Template, file, needs);
        NeedAnnotations.ReadLabels(pods.Labels, NeedScope.Template, file, needs);
        SuppressionAnnotations.Read(pods.Template, file);
        var name = metadata["name"];
        var generated = metadata["generateName"];
        var (shown, place) = name.Text is { } given ? (given, name.Range)
            : generated.Text is { } prefix ? (prefix + "*", generated.Range)
            : (string.Empty, item.Root["kind"].Range);
        // A pod that is put together from parts has no place of its own for a new field.
        var text = pods.IsComposed ? string.Empty : file.Text;
        file.Workloads.Add(new Workload(
            "kubernetes",
            item.Kind,
            item.Namespace,
            shown,
            pods.PartRange ?? place,
            pods.Runtime ?? PodRuntime.Read(pods.Spec, pods.Annotations),
            pods.Containers ?? PodContainers.Read(pods.Spec, pods.Annotations, text, file.IsPartial),
            needs)
        {
            PodSecurity = pods.HasPodSpec ? PodSecurityStandards.Violations(pods.Annotations, pods.Spec, text, pods.IsContextOpen) : [],
            ShowsPod = pods.HasPodSpec || pods.PodsOf is not null,
            Flaws = pods.HasPodSpec ? PodFlaws.Read(pods.Spec, pods.Annotations, file.Text) : [],
            Placement = pods.HasPodSpec ? PodPlacements.Read(pods.Spec) : PodPlacement.None,
            RuntimeClassPlace = pods is { HasPodSpec: true, Runtime: null } ? NamePlace.Of(pods.Spec, "runtimeClassName", text) : null,
            Labels = Labels(metadata["labels"], pods.Labels),
            Part = pods.Part,
            PodsOf = pods.PodsOf,
            IsFoundByShape = pods.IsFoundByShape,
        });
    }

    /// <summary>Labels of the object and of its Pods; those of the Pods win.</summary>
    private static List<LabelMatch> Labels(params DataCursor[] maps)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            foreach (var entry in (map.Node as DataMapping)?.Entries ?? [])
            {
                if (map.ValueOf(entry).Text is { } value)
                {
                    labels[entry.Key.Value] = value;
                }
            }
        }

        return labels.Select(label => new LabelMatch(label.Key, label.Value)).ToList();
    }
}
