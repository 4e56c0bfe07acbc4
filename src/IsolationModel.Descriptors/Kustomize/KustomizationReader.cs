using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Reads kustomization files. What cannot be done with the files of the run is a problem of the kustomization, told once.</summary>
internal sealed class KustomizationReader(RunFiles files, RenderSpace space)
{
    public Kustomization Read(DescriptorFile file)
    {
        var kustomization = new Kustomization(file, files.FolderOf(file));
        var documents = space.DocumentsOf(file);
        if (documents is not { Count: 1 } || documents[0] is not DataMapping root)
        {
            // A place in a file that has none in the joined text: the joined text starts somewhere else.
            kustomization.Fail(documents is { Count: > 0 } ? documents[0].Range : new TextRange(space.Lines.Add(file.Path, file.Lines, 0, 0), 0), "it is not one mapping that can be read");
            return kustomization;
        }

        var cursor = new DataCursor(root);
        kustomization.IsComponent = cursor["kind"].Text == "Component";
        foreach (var name in root.Entries.Select(static entry => entry.Key.Value).Distinct(StringComparer.Ordinal))
        {
            if (cursor[name] is { IsNull: false } field)
            {
                Read(kustomization, name, field);
            }
        }

        return kustomization;
    }

    private void Read(Kustomization kustomization, string name, DataCursor field)
    {
        switch (name)
        {
            case "resources" or "bases":
                AddReferences(kustomization, field, kustomization.Resources);
                break;
            case "components":
                AddReferences(kustomization, field, kustomization.Components);
                break;
            case "patches" or "patchesJson6902":
                ForEach(field, patch => AddPatch(kustomization, patch));
                break;
            case "patchesStrategicMerge":
                ForEach(field, patch => AddMergePatch(kustomization, patch));
                break;
            case "namespace":
                kustomization.Namespace = field;
                break;
            case "namePrefix":
                kustomization.NamePrefix = field;
                break;
            case "nameSuffix":
                kustomization.NameSuffix = field;
                break;
            case "commonAnnotations":
                kustomization.Annotations = field;
                break;
            case "commonLabels":
                kustomization.Labels.Add((field, true));
                break;
            case "labels":
                ForEach(field, set => kustomization.Labels.Add((set["pairs"], IsTrue(set["includeTemplates"]) || IsTrue(set["includeSelectors"]))));
                break;
            case "apiVersion" or "kind" or "metadata" or "images" or "imageTags" or "replicas" or "configMapGenerator" or "secretGenerator" or "generatorOptions"
                or "buildMetadata" or "sortOptions" or "validators" or "vars" or "crds" or "openapi" or "configurations" or "helmGlobals":
                // They change nothing that isolation depends on: what vars fill in is a placeholder, and configurations say which further fields hold names.
                break;
            default:
                if (field.Node is not (DataSequence { Items.Count: 0 } or DataMapping { Entries.Count: 0 }))
                {
                    kustomization.Fail(field.KeyRange, $"it has '{name}', which is not followed");
                }

                break;
        }
    }

    private void AddReferences(Kustomization kustomization, DataCursor field, List<KustomizeReference> references) => ForEach(field, item =>
    {
        var text = item.Text ?? string.Empty;
        var path = RunPaths.Combine(kustomization.Folder, text);
        if (!IsRemote(text) && files.Find(path) is { } file)
        {
            references.Add(new KustomizeReference(text, item.Range, file, IsFolder: false));
        }
        else if (!IsRemote(text) && files.FindKustomization(path) is { } folder)
        {
            references.Add(new KustomizeReference(text, item.Range, folder, IsFolder: true));
        }
        else
        {
            kustomization.Fail(item.Range, $"'{text}' is not among the files");
        }
    });

    private void AddPatch(Kustomization kustomization, DataCursor patch)
    {
        var target = patch["target"];
        var selector = target is { Exists: true, IsNull: false } ? TargetSelector.Read(target) : null;
        if (selector is null && target is { Exists: true, IsNull: false })
        {
            kustomization.Fail(target.Range, "the target of a patch is a pattern that is not understood");
        }

        if (((DataMapping?)(patch["options"].Node as DataMapping))?.Entries.Any(entry => (entry.Value as DataScalar)?.AsBoolean() == true) == true)
        {
            kustomization.Fail(patch["options"].KeyRange, "a patch may change names or kinds");
        }

        if (patch["path"].Text is { } path)
        {
            AddPatchFile(kustomization, path, patch["path"].Range, target, selector);
        }
        else
        {
            AddInline(kustomization, patch["patch"], target, selector);
        }
    }

    private void AddMergePatch(Kustomization kustomization, DataCursor patch)
    {
        if (patch.Text is { } text && (text.IndexOf('\n') >= 0 || text.IndexOf(": ", StringComparison.Ordinal) >= 0) && files.Find(RunPaths.Combine(kustomization.Folder, text)) is null)
        {
            AddInline(kustomization, patch, default, null);
        }
        else
        {
            AddPatchFile(kustomization, patch.Text ?? string.Empty, patch.Range, default, null);
        }
    }

    private void AddPatchFile(Kustomization kustomization, string path, TextRange range, DataCursor target, TargetSelector? selector)
    {
        if (IsRemote(path) || files.Find(RunPaths.Combine(kustomization.Folder, path)) is not { } file)
        {
            kustomization.Fail(range, $"patch '{path}' is not among the files");
        }
        else if (space.DocumentsOf(file) is not { } documents)
        {
            kustomization.Fail(range, $"patch '{path}' cannot be read");
        }
        else
        {
            kustomization.Patches.Add(new KustomizePatch(range, target, selector, documents, file));
        }
    }

    private void AddInline(Kustomization kustomization, DataCursor patch, DataCursor target, TargetSelector? selector)
    {
        if (patch.Scalar is not { } scalar || space.DocumentsOf(kustomization.File, scalar, space.Lines.PlaceOf(string.Empty, patch.Range).Range) is not { } documents)
        {
            kustomization.Fail(patch.Range, "a patch in it is no YAML");
        }
        else
        {
            kustomization.Patches.Add(new KustomizePatch(patch.KeyRange, target, selector, documents, kustomization.File));
        }
    }

    private static void ForEach(DataCursor list, Action<DataCursor> action)
    {
        for (var i = 0; i < list.Count; i++)
        {
            action(list.At(i));
        }
    }

    private static bool IsTrue(DataCursor flag) => flag.Scalar?.AsBoolean() == true;

    /// <summary>Addresses of repositories and files elsewhere (hashicorp/go-getter's forms, which kustomize took over).</summary>
    private static bool IsRemote(string reference) =>
        reference.IndexOf("://", StringComparison.Ordinal) >= 0
        || reference.IndexOf("?ref=", StringComparison.Ordinal) >= 0
        || reference.StartsWith("git@", StringComparison.Ordinal)
        || reference.StartsWith("git::", StringComparison.Ordinal);
}
