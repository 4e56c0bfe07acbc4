using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Patches as what they are where nobody can apply them: parts of objects, of which only what is written is known.</summary>
internal static class PatchFragments
{
    /// <summary>Objects that JSON patches without a kind in their target are for, by the paths that only they have.</summary>
    private static readonly (string Path, string ApiVersion, string Kind)[] KindsByPath =
    [
        ("/spec/jobTemplate/", "batch/v1", "CronJob"),
        ("/spec/template/", "apps/v1", "Deployment"),
        ("/spec/", "v1", "Pod"),
    ];

    /// <summary>The parts of workloads that the patches of a kustomization hold.</summary>
    /// <param name="kustomization">The kustomization.</param>
    /// <param name="lines">Leads from the places of patches to files.</param>
    /// <param name="workloads">The workloads that are known to be below it; their needs reach patches of the same kind and name.</param>
    public static IEnumerable<WorkloadFragment> Of(Kustomization kustomization, LineMap lines, IReadOnlyList<Workload> workloads)
    {
        foreach (var patch in kustomization.Patches)
        {
            foreach (var part in patch.Documents.SelectMany(document => Parts(document, patch.Target)))
            {
                var builder = new DescriptorFileBuilder(kustomization.File.Path, lines) { IsPartial = true };
                var cursor = new DataCursor(part);
                if (!DescriptorFormats.All.Any(format => format.TryRead(cursor, builder)))
                {
                    continue;
                }

                var removesRuntime = RemovesRuntime(cursor);
                foreach (var workload in builder.Workloads.Where(workload => removesRuntime || SaysSomething(workload)))
                {
                    var needs = workloads.Where(known => IsSame(known, workload)).SelectMany(static known => known.Needs);
                    var reached = workload with
                    {
                        Namespace = workload.Namespace ?? kustomization.Namespace.Text,
                        SourceFiles = [patch.File.Path],
                        Needs = [.. workload.Needs, .. needs],
                    };
                    yield return new WorkloadFragment(FragmentKind.Patch, reached, Subject(workload)) { RemovesRuntime = removesRuntime };
                }
            }
        }
    }

    private static IEnumerable<DataNode> Parts(DataNode document, DataCursor target)
    {
        if (document is not DataSequence list)
        {
            return [document];
        }

        return (JsonPatchOperation.Read(list) ?? []).Select(operation => Part(operation, target)).OfType<DataNode>();
    }

    /// <summary>An operation as an object that holds nothing but its value.</summary>
    private static DataMapping? Part(JsonPatchOperation operation, DataCursor target)
    {
        var value = operation.Kind is "add" or "replace" ? operation.Value : operation.Kind == "remove" ? TreeChange.Null(operation.Path) : null;
        if (value is null || JsonPatch.Pointer(operation.PathText) is not { } path)
        {
            return null;
        }

        var place = operation.Path;
        var known = Array.Find(KindsByPath, entry => operation.PathText.StartsWith(entry.Path, StringComparison.Ordinal));
        var kind = target["kind"].Text is { } given && ApiVersionOf(given) is not null ? given : known.Kind;
        if (kind is null)
        {
            return null;
        }

        for (var i = path.Count - 1; i > 0; i--)
        {
            var isItem = path[i] == "-" || (path[i].Length > 0 && path[i].All(static c => c is >= '0' and <= '9'));
            value = isItem ? new DataSequence(place, [value]) : new DataMapping(place, [new DataEntry(TreeChange.Text(place, path[i]), value)]);
        }

        var metadata = new List<DataEntry>();
        foreach (var name in new[] { "name", "namespace" })
        {
            if (target[name].Scalar is { IsNull: false } scalar)
            {
                metadata.Add(new DataEntry(TreeChange.Text(place, name), scalar));
            }
        }

        var part = new DataMapping(place, [
            new DataEntry(TreeChange.Text(place, "apiVersion"), TreeChange.Text(place, ApiVersionOf(kind) ?? known.ApiVersion)),
            new DataEntry(TreeChange.Text(place, "kind"), TreeChange.Text(place, kind)),
            new DataEntry(TreeChange.Text(place, "metadata"), new DataMapping(place, metadata)),
        ]);
        return path[0] is "apiVersion" or "kind" ? null : TreeChange.With(part, TreeChange.Text(place, path[0]), value);
    }

    private static string? ApiVersionOf(string kind)
    {
        foreach (var (group, apiVersion) in new[] { (string.Empty, "v1"), ("apps", "apps/v1"), ("batch", "batch/v1") })
        {
            if (PodKinds.Find(group, kind) is not null)
            {
                return apiVersion;
            }
        }

        return null;
    }

    private static bool RemovesRuntime(DataCursor item)
    {
        var group = KubernetesObject.GroupOf(item["apiVersion"].Text ?? string.Empty);
        return item["kind"].Text is { } kind && PodKinds.Find(group, kind)?.Path is { } path && PodTemplates.Walk(item, path)["spec"]["runtimeClassName"].IsNull;
    }

    private static bool SaysSomething(Workload workload) =>
        workload.Runtime.State != RuntimeReferenceState.Absent || workload.Containers.Any(static container => container.Settings.Count > 0);

    private static bool IsSame(Workload known, Workload patched) =>
        string.Equals(known.Kind, patched.Kind, StringComparison.Ordinal) && string.Equals(known.Name, patched.Name, StringComparison.Ordinal);

    private static string Subject(Workload workload) => workload.Name.Length == 0 ? $"a patch of {workload.Kind} objects" : $"the patch of {workload.DisplayName}";
}
