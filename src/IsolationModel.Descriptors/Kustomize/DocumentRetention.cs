using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// Which files of a run keep their documents until they are put together: kustomizations, and what they may name. Of all others nothing is needed once they
/// are read, however many there are. Who judges again after a change looks anew: what a changed kustomization names has to be read again with its documents.
/// </summary>
public sealed class DocumentRetention
{
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    /// <summary>Looks for what kustomizations may name: every text in them that leads to a path. More than what is followed, never less.</summary>
    /// <param name="kustomizations">The kustomizations of a run, by the paths by which its files refer to each other.</param>
    public DocumentRetention(IEnumerable<KeyValuePair<string, DescriptorFile>> kustomizations)
    {
        foreach (var kustomization in kustomizations)
        {
            var folder = RunPaths.FolderOf(RunPaths.Normalize(kustomization.Key));
            foreach (var document in kustomization.Value.Source?.Documents ?? [])
            {
                AddNames(folder, document);
            }
        }
    }

    /// <summary>Whether a file of this name is a kustomization.</summary>
    public static bool IsKustomization(string path) => RunFiles.IsKustomization(path);

    /// <summary>Whether the documents of a file are asked for.</summary>
    /// <param name="path">The path by which other files refer to it.</param>
    public bool Needs(string path) => IsKustomization(path) || _named.Contains(RunPaths.Normalize(path));

    /// <summary>The file, without documents that nobody asks for.</summary>
    /// <param name="path">The path by which other files refer to it.</param>
    /// <param name="file">The file as it was read.</param>
    public DescriptorFile Keep(string path, DescriptorFile file) =>
        // What has its text beside its documents is put together for other reasons, or is a kustomization itself.
        file.Source is { Text: null } && !Needs(path) ? file with { Source = null } : file;

    /// <summary>What an alias stands for is looked at where it was written.</summary>
    private void AddNames(string folder, DataNode document)
    {
        var open = new Stack<DataNode>();
        open.Push(document);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case DataScalar { IsNull: false } scalar when scalar.Value.IndexOf('\n') < 0:
                    _named.Add(RunPaths.Combine(folder, scalar.Value));
                    break;
                case DataMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        open.Push(entry.Value);
                    }

                    break;
                case DataSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        open.Push(item);
                    }

                    break;
            }
        }
    }
}
