using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Tasks and pipelines of Tekton. A run says how the Pod runs (<c>podTemplate</c>, the fields of a pod spec without <c>spec</c>), a task which
/// containers it has: its steps over their <c>stepTemplate</c>, and its sidecars (tektoncd/pipeline docs/podtemplates.md, docs/tasks.md).
/// </summary>
internal static class TektonRuns
{
    private static readonly string[] TaskLists = ["tasks", "finally"];

    public static void ReadTaskRun(KubernetesObject item, DescriptorFileBuilder file)
    {
        var run = item.Spec;
        Add(item, null, default, run["podTemplate"], run["taskSpec"], run["taskRef"], null, file);
    }

    public static void ReadTask(KubernetesObject item, DescriptorFileBuilder file) =>
        Add(item, null, default, default, item.Spec, default, PickedBy("TaskRun", item.Spec), file);

    public static void ReadPipeline(KubernetesObject item, DescriptorFileBuilder file) =>
        ReadTasks(item, item.Spec, _ => default, PickedBy("PipelineRun", item.Spec), file);

    public static void ReadPipelineRun(KubernetesObject item, DescriptorFileBuilder file)
    {
        var run = item.Spec;
        var common = run["taskRunTemplate"]["podTemplate"] is { Exists: true, IsNull: false } template ? template : run["podTemplate"];
        var own = OwnTemplates(run["taskRunSpecs"]);
        if (run["pipelineSpec"] is { Exists: true, IsNull: false } pipeline)
        {
            ReadTasks(item, pipeline, name => Over(common, name is not null && own.TryGetValue(name, out var special) ? special.Template : default), null, file);
            return;
        }

        // The pipeline is elsewhere: one Pod stands for its tasks, and one for each task that gets a template of its own.
        var reference = run["pipelineRef"];
        Add(item, null, default, common, default, reference, null, file);
        foreach (var special in own)
        {
            Add(item, special.Key, special.Value.Name, Over(common, special.Value.Template), default, reference, null, file);
        }
    }

    private static void ReadTasks(KubernetesObject item, DataCursor pipeline, Func<string?, DataCursor> template, RuntimeReference? runtime, DescriptorFileBuilder file)
    {
        foreach (var list in TaskLists)
        {
            var tasks = pipeline[list];
            if (tasks.IsUnresolved)
            {
                Add(item, null, default, template(null), default, tasks, runtime, file);
                return;
            }

            for (var i = 0; i < tasks.Count; i++)
            {
                var task = tasks.At(i);
                var name = task["name"];
                // A Pipeline speaks of no Pod where it merely names a task.
                if (runtime is null || task["taskSpec"] is { Exists: true, IsNull: false })
                {
                    Add(item, name.Text, name, template(name.Text), task["taskSpec"], task["taskRef"], runtime, file);
                }
            }
        }
    }

    private static void Add(
        KubernetesObject item,
        string? part,
        DataCursor partName,
        DataCursor podTemplate,
        DataCursor task,
        DataCursor reference,
        RuntimeReference? runtime,
        DescriptorFileBuilder file)
    {
        var cost = DataParts.Weight(podTemplate) + (task["steps"].Count * (1L + DataParts.Weight(task["stepTemplate"])));
        if (!file.TrySpend(cost, item.Root.Range))
        {
            return;
        }

        var pods = PodView.OfObject(item, Compose(item, podTemplate, task, reference));
        PodWorkloads.Add(item, pods with { Part = part, PartRange = partName.Exists ? partName.Range : null, Runtime = runtime, IsComposed = true, IsContextOpen = runtime is not null }, file);
    }

    private static DataCursor Compose(KubernetesObject item, DataCursor podTemplate, DataCursor task, DataCursor reference)
    {
        if (podTemplate.IsUnresolved)
        {
            return podTemplate;
        }

        var entries = new List<DataEntry>();
        foreach (var entry in (podTemplate.Node as DataMapping)?.Entries ?? [])
        {
            DataParts.AddTo(entries, entry.Key.Value, podTemplate.ValueOf(entry));
        }

        DataParts.AddJoined(entries, "volumes", task["volumes"], podTemplate["volumes"]);
        if (task.Exists && !task.IsNull)
        {
            DataParts.AddJoined(entries, "containers", Steps(task), task["sidecars"]);
        }
        else if (reference.Exists && !reference.IsNull)
        {
            entries.Add(DataParts.Entry("containers", reference.KeyRange, new DataScalar(reference.KeyRange, string.Empty, isPlain: false, contentStart: -1, isUnresolved: true)));
        }

        return DataParts.Mapping(podTemplate.Exists ? podTemplate.KeyRange : item.Spec.KeyRange, entries);
    }

    private static DataCursor Steps(DataCursor task)
    {
        var steps = task["steps"];
        var template = task["stepTemplate"];
        if (steps.IsUnresolved || template.IsUnresolved || !template.Exists)
        {
            return template.IsUnresolved ? template : steps;
        }

        var items = new List<DataNode>(steps.Count);
        for (var i = 0; i < steps.Count; i++)
        {
            items.Add(DataParts.Placed(StrategicMerge.Apply(template, steps.At(i), steps.At(i).Range)));
        }

        return new DataCursor(new DataSequence(steps.KeyRange, items));
    }

    /// <summary>The templates of <c>taskRunSpecs</c> by the task that they are for.</summary>
    private static SortedDictionary<string, (DataCursor Name, DataCursor Template)> OwnTemplates(DataCursor specs)
    {
        var templates = new SortedDictionary<string, (DataCursor, DataCursor)>(StringComparer.Ordinal);
        for (var i = 0; i < specs.Count; i++)
        {
            var spec = specs.At(i);
            // v1beta1 called both fields otherwise.
            var template = spec["podTemplate"].Exists ? spec["podTemplate"] : spec["taskPodTemplate"];
            if (spec["pipelineTaskName"].Text is { } name && template.Exists && !template.IsNull)
            {
                templates[name] = (spec["pipelineTaskName"], template);
            }
        }

        return templates;
    }

    /// <summary>A task's own template over that of the run, field by field as a whole.</summary>
    private static DataCursor Over(DataCursor common, DataCursor own)
    {
        if (!own.Exists || own.IsUnresolved || common.Node is not DataMapping mapping)
        {
            return own.Exists ? own : common;
        }

        var entries = new List<DataEntry>(mapping.Entries.Count);
        foreach (var (from, layer) in new[] { (common, mapping), (own, own.Node as DataMapping) })
        {
            foreach (var entry in layer?.Entries ?? [])
            {
                DataParts.AddTo(entries, entry.Key.Value, from.ValueOf(entry));
            }
        }

        return DataParts.Mapping(own.KeyRange, entries);
    }

    private static RuntimeReference PickedBy(string kind, DataCursor place) =>
        new(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, string.Empty, place.KeyRange, "runtimeClassName")
        {
            Reason = $"the {kind} that starts it picks the runtime, in its podTemplate",
        };
}
