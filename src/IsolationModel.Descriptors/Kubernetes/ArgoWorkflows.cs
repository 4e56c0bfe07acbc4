using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Workflows of Argo: each template with containers is a Pod. There is no pod spec; one is put together from fields of the workflow and of the
/// template, and <c>podSpecPatch</c>, a text, has the last word on it: the workflow's first, then the template's (argo-workflows
/// pkg/apis/workflow/v1alpha1/workflow_types.go).
/// </summary>
internal static class ArgoWorkflows
{
    /// <summary>The controller gives this name to the container of a template with <c>container</c> or <c>script</c>.</summary>
    private const string MainContainer = "main";

    /// <summary>What one template costs beside what it shares with the others.</summary>
    private const int StepsPerTemplate = 16;

    /// <summary>Fields of a workflow that change the pods of its templates.</summary>
    private static readonly string[] PodFields = ["podSpecPatch", "hostNetwork", "securityContext", "volumes", "templateDefaults"];

    private static readonly string[] PodMarks = ["container", "script", "containerSet", "initContainers", "sidecars"];

    public static void Read(KubernetesObject item, DescriptorFileBuilder file) => Read(item, item.Spec, file);

    public static void ReadCron(KubernetesObject item, DescriptorFileBuilder file) => Read(item, item.Spec["workflowSpec"], file);

    private static void Read(KubernetesObject item, DataCursor workflow, DescriptorFileBuilder file)
    {
        var templates = workflow["templates"];
        if (templates.IsUnresolved)
        {
            PodWorkloads.Add(item, new PodView(templates), file);
            return;
        }

        if (templates.Count == 0 && workflow["workflowTemplateRef"] is { Exists: true, IsNull: false } other)
        {
            PodWorkloads.Add(item, Elsewhere(item, workflow, other), file);
            return;
        }

        var patch = PodSpecPatch.Parse(workflow["podSpecPatch"], file);
        var shared = StepsPerTemplate + DataParts.Weight(workflow["volumes"]) + DataParts.Weight(workflow["templateDefaults"]) + DataParts.Weight(patch);
        for (var i = 0; i < templates.Count; i++)
        {
            foreach (var (template, name) in WithInline(templates.At(i)))
            {
                var set = template["containerSet"];
                if (!file.TrySpend(shared + (set["containers"].Count * (long)DataParts.Weight(set["volumeMounts"])), template.Range))
                {
                    return;
                }

                if (Array.Exists(PodMarks, mark => template[mark] is { Exists: true, IsNull: false }))
                {
                    ReadTemplate(item, workflow, template, name, patch, file);
                }
            }
        }
    }

    private static void ReadTemplate(KubernetesObject item, DataCursor workflow, DataCursor template, DataCursor name, DataCursor patch, DescriptorFileBuilder file)
    {
        var place = name.Exists ? name.Range : template.Range;
        var effective = StrategicMerge.Apply(workflow["templateDefaults"], template, template.Range);
        var spec = PodSpecPatch.Apply(Compose(workflow, effective, place), patch, PodSpecPatch.Parse(effective["podSpecPatch"], file));
        PodWorkloads.Add(
            item,
            new PodView(spec)
            {
                Annotations = StrategicMerge.Apply(workflow["podMetadata"]["annotations"], effective["metadata"]["annotations"], place),
                Labels = StrategicMerge.Apply(workflow["podMetadata"]["labels"], effective["metadata"]["labels"], place),
                Part = name.Text,
                PartRange = place,
                IsComposed = true,
            },
            file);
    }

    /// <summary>The pod spec that the controller makes, as far as it bears on isolation; of the security context the template's replaces the workflow's.</summary>
    private static DataCursor Compose(DataCursor workflow, DataCursor template, TextRange place)
    {
        var entries = new List<DataEntry>();
        DataParts.AddTo(entries, "hostNetwork", workflow["hostNetwork"]);
        foreach (var field in (string[])["securityContext", "nodeSelector"])
        {
            DataParts.AddTo(entries, field, template[field] is { Exists: true, IsNull: false } own ? own : workflow[field]);
        }

        DataParts.AddJoined(entries, "volumes", workflow["volumes"], template["volumes"]);
        DataParts.AddTo(entries, "initContainers", template["initContainers"]);
        DataParts.AddJoined(entries, "containers", Main(template["container"]), Main(template["script"]), SetOf(template["containerSet"]), template["sidecars"]);
        return DataParts.Mapping(place, entries);
    }

    /// <summary>The one container of a template, as a list.</summary>
    private static DataCursor Main(DataCursor container)
    {
        if (container.IsUnresolved || container.Node is not DataMapping mapping)
        {
            return container;
        }

        var entries = new List<DataEntry>(mapping.Entries.Count + 1);
        foreach (var entry in mapping.Entries)
        {
            DataParts.AddTo(entries, entry.Key.Value, container.ValueOf(entry));
        }

        entries.Add(DataParts.Entry("name", container.KeyRange, new DataScalar(container.KeyRange, MainContainer, isPlain: true, contentStart: -1)));
        return ListOf(container.KeyRange, [new DataMapping(container.Range, entries)]);
    }

    /// <summary>The containers of a set; what the set mounts, each of them mounts.</summary>
    private static DataCursor SetOf(DataCursor set)
    {
        var mounts = set["volumeMounts"];
        var containers = set["containers"];
        if (!mounts.Exists || mounts.IsNull || containers.Node is not DataSequence)
        {
            return set.IsUnresolved ? set : containers;
        }

        var shared = DataParts.Mapping(mounts.KeyRange, [DataParts.Entry("volumeMounts", mounts.KeyRange, DataParts.Placed(mounts))]);
        var items = new List<DataNode>(containers.Count);
        for (var i = 0; i < containers.Count; i++)
        {
            items.Add(DataParts.Placed(StrategicMerge.Apply(shared, containers.At(i), containers.At(i).Range)));
        }

        return ListOf(containers.KeyRange, items);
    }

    private static DataCursor ListOf(TextRange place, IReadOnlyList<DataNode> items) => new(new DataSequence(place, items));

    /// <summary>A template, and the templates that its steps or tasks hold in themselves, each with what names it.</summary>
    private static IEnumerable<(DataCursor Template, DataCursor Name)> WithInline(DataCursor template)
    {
        yield return (template, template["name"]);
        var groups = template["steps"];
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var inline in Inline(groups.At(i)))
            {
                yield return inline;
            }
        }

        foreach (var inline in Inline(template["dag"]["tasks"]))
        {
            yield return inline;
        }
    }

    private static IEnumerable<(DataCursor Template, DataCursor Name)> Inline(DataCursor steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps.At(i)["inline"] is { Exists: true, IsNull: false } inline)
            {
                yield return (inline, steps.At(i)["name"]);
            }
        }
    }

    private static PodView Elsewhere(KubernetesObject item, DataCursor workflow, DataCursor reference)
    {
        const string field = "workflowTemplateRef";
        var name = reference["name"];
        if (Array.Find(PodFields, own => workflow[own] is { Exists: true, IsNull: false }) is { } changed)
        {
            // Fields of the workflow go over those of the template that it names, so that its pods are not the template's.
            var view = PodView.OfOther(null, workflow[changed].KeyRange, field);
            return view with
            {
                Runtime = view.Runtime! with { Reason = $"its pods are those of WorkflowTemplate '{name.Text}' with its own '{changed}' on top, which is not followed; write the change into a template of its own" },
            };
        }

        var isOfCluster = reference["clusterScope"].Scalar?.AsBoolean() == true;
        return PodView.OfOther(
            name.Text is { } text && !name.IsUnresolved ? new ObjectReference(isOfCluster ? "ClusterWorkflowTemplate" : "WorkflowTemplate", isOfCluster ? null : item.Namespace, text) : null,
            name.Range,
            field);
    }
}
