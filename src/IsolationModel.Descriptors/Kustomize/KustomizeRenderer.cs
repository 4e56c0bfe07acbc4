using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// Renders kustomizations in the order of kustomize: what they build on, components, patches, then namespace, names, labels and annotations
/// (api/internal/target of kubernetes-sigs/kustomize). Each is rendered once, whoever builds on it.
/// </summary>
internal sealed class KustomizeRenderer(IReadOnlyDictionary<string, Kustomization> byFile, RenderSpace space)
{
    private const int MaximumDepth = 32;

    private static readonly string[] Metadata = ["metadata"];
    private static readonly HashSet<string> GeneratedKinds = new(StringComparer.Ordinal) { "ConfigMap", "Secret" };

    private readonly Dictionary<Kustomization, (IReadOnlyList<KustomizeObject>? Objects, RenderProblem? Problem)> _rendered = [];
    private readonly HashSet<Kustomization> _open = [];
    private readonly StrategicMerge _merge = new(space);
    private readonly JsonPatch _json = new(space);
    private RenderProblem? _problem;

    /// <summary>Renders a kustomization; null, with the reason, when that cannot be done exactly.</summary>
    public IReadOnlyList<KustomizeObject>? Render(Kustomization kustomization, out RenderProblem? problem)
    {
        if (!_rendered.TryGetValue(kustomization, out var known))
        {
            var outer = _problem;
            _problem = null;
            var items = new List<KustomizeObject>();
            known = Accumulate(kustomization, items) && items.TrueForAll(item => space.SpendAll(item.Root)) && space.IsWithinLimit
                ? (items, null)
                : (null, _problem ?? new RenderProblem(StartOf(kustomization), "it comes to more nodes, or nests deeper, than is rendered"));
            _problem = outer;
            _rendered[kustomization] = known;
        }

        problem = known.Problem;
        return known.Objects;
    }

    /// <summary>Adds what a kustomization makes to what is there already; a component changes that, too.</summary>
    private bool Accumulate(Kustomization kustomization, List<KustomizeObject> items)
    {
        if (kustomization.Problem is { } problem)
        {
            _problem ??= problem;
            return false;
        }

        if (_open.Count == MaximumDepth || !_open.Add(kustomization))
        {
            return Fail(StartOf(kustomization), _open.Count == MaximumDepth ? $"kustomizations build on each other more than {MaximumDepth} times" : "it builds on itself");
        }

        var ids = new HashSet<ObjectId>(items.Select(static item => item.Id));
        var isDone = kustomization.Resources.TrueForAll(reference => Add(reference, items, ids))
            && kustomization.Components.TrueForAll(reference => AddComponent(reference, items))
            && kustomization.Patches.TrueForAll(patch => Apply(patch, items));
        _open.Remove(kustomization);
        if (isDone)
        {
            for (var i = 0; i < items.Count; i++)
            {
                items[i] = Transformations.Apply(kustomization, items[i]);
            }

            isDone = space.Spend(items.Count);
        }

        return isDone;
    }

    private bool Add(KustomizeReference reference, List<KustomizeObject> items, HashSet<ObjectId> ids)
    {
        if (!reference.IsFolder)
        {
            return space.DocumentsOf(reference.File) is { } documents
                ? documents.All(document => AddDocument(document, reference, items, ids, DescriptorLimits.ListDepth))
                : Fail(reference.Range, $"'{reference.Text}' cannot be read completely");
        }

        if (Render(byFile[reference.File.Path], out var problem) is not { } rendered)
        {
            _problem ??= problem;
            return false;
        }

        return rendered.All(item => AddObject(item, reference, items, ids));
    }

    private bool AddComponent(KustomizeReference reference, List<KustomizeObject> items) =>
        reference.IsFolder ? Accumulate(byFile[reference.File.Path], items) : Fail(reference.Range, $"'{reference.Text}' is no folder of a component");

    private bool AddDocument(DataNode document, KustomizeReference reference, List<KustomizeObject> items, HashSet<ObjectId> ids, int listDepth)
    {
        var cursor = new DataCursor(document);
        if (cursor.IsNull)
        {
            return true;
        }

        if (cursor["items"].Node is DataSequence list && cursor["kind"].Text is { } kind && kind.EndsWith("List", StringComparison.Ordinal) && listDepth > 0)
        {
            return list.Items.All(item => AddDocument(item, reference, items, ids, listDepth - 1));
        }

        return ObjectId.Of(document) is { } id
            ? AddObject(new KustomizeObject((DataMapping)document, id, reference.File.Path), reference, items, ids)
            : Fail(document.Range, $"'{reference.Text}' holds a document without apiVersion, kind and name");
    }

    private bool AddObject(KustomizeObject item, KustomizeReference reference, List<KustomizeObject> items, HashSet<ObjectId> ids)
    {
        var id = item.Id;
        if (!ids.Add(id))
        {
            return Fail(reference.Range, $"'{reference.Text}' brings {id.Kind} '{id.Name}', which is there already");
        }

        items.Add(item);
        return true;
    }

    private bool Apply(KustomizePatch patch, List<KustomizeObject> items) => patch.Documents.All(document => document switch
    {
        DataScalar { IsNull: true } => true,
        DataSequence operations => ApplyJson(patch, operations, items),
        DataMapping merge => ApplyMerge(patch, merge, items),
        _ => Fail(patch.Range, "a patch is neither an object nor a list of operations"),
    });

    private bool ApplyJson(KustomizePatch patch, DataSequence list, List<KustomizeObject> items)
    {
        if (patch.Selector is null || JsonPatchOperation.Read(list) is not { } operations)
        {
            return Fail(list.Range, patch.Selector is null ? "a JSON patch has no target" : "a JSON patch holds something that is no operation");
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (!space.Spend(1) || !patch.Selector.Matches(items[i]))
            {
                continue;
            }

            DataNode root = items[i].Root;
            foreach (var operation in operations)
            {
                if (_json.Apply(root, operation, out var problem) is not DataMapping changed)
                {
                    return Fail(operation.Path, problem);
                }

                root = changed;
            }

            items[i] = items[i].With((DataMapping)root);
        }

        return space.IsWithinLimit;
    }

    private bool ApplyMerge(KustomizePatch patch, DataMapping merge, List<KustomizeObject> items)
    {
        List<KustomizeObject> targets;
        if (patch.Selector is not null)
        {
            targets = items.FindAll(item => space.Spend(1) && patch.Selector.Matches(item));
        }
        else if (ObjectId.Of(merge) is not { } id)
        {
            return Fail(merge.Range, "a patch does not say what it is for");
        }
        else
        {
            targets = items.FindAll(item => space.Spend(1) && item.IsOrWas(id));
            if (targets.Count != 1)
            {
                // What generators make is not rendered, because nothing in it is a workload.
                return (targets.Count == 0 && GeneratedKinds.Contains(id.Kind))
                    || Fail(merge.Range, $"the patch of {id.Kind} '{id.Name}' has {(targets.Count == 0 ? "no object" : "more than one object")} to act on");
            }
        }

        foreach (var target in targets)
        {
            var at = items.IndexOf(target);
            var id = target.Id;
            if (_merge.Merge(target.Root, merge, MergeSchema.Of(id.Group, id.Kind)) is DataMapping merged)
            {
                items[at] = target.With(KeepNames(target.Root, merged));
            }
            else
            {
                items.RemoveAt(at);
            }
        }

        return space.IsWithinLimit;
    }

    /// <summary>A patch changes neither kind nor names of what it is applied to.</summary>
    private static DataMapping KeepNames(DataMapping before, DataMapping after)
    {
        foreach (var name in new[] { "apiVersion", "kind" })
        {
            after = before.TryGet(name, out var key, out var value) ? TreeChange.With(after, key, value) : after;
        }

        if (before.TryGet("metadata", out _, out var node) && node is DataMapping metadata)
        {
            foreach (var name in new[] { "name", "namespace" })
            {
                after = metadata.TryGet(name, out var key, out var value) ? TreeChange.Set(after, Metadata, key, value)
                    : after.TryGet("metadata", out var metadataKey, out var changed) && changed is DataMapping mapping ? TreeChange.With(after, metadataKey, TreeChange.Without(mapping, name))
                    : after;
            }
        }

        return after;
    }

    private TextRange StartOf(Kustomization kustomization) =>
        kustomization.Resources.Count > 0 ? kustomization.Resources[0].Range
        : kustomization.Patches.Count > 0 ? kustomization.Patches[0].Range
        : space.DocumentsOf(kustomization.File) is { Count: > 0 } documents ? new TextRange(documents[0].Range.Start, 0)
        : default;

    private bool Fail(TextRange range, string reason)
    {
        _problem ??= new RenderProblem(range, reason);
        return false;
    }
}
