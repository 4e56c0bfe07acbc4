using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>The files of a run by their paths. Nothing is looked for anywhere else.</summary>
internal sealed class RunFiles
{
    /// <summary>The names of kustomization files, in the order of preference.</summary>
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    private readonly Dictionary<string, DescriptorFile> _files = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>Takes the files of a run.</summary>
    /// <param name="files">The files.</param>
    /// <param name="fullPaths">Their paths by which they refer to each other, in the same order.</param>
    public RunFiles(IReadOnlyList<DescriptorFile> files, IReadOnlyList<string> fullPaths)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var path = RunPaths.Normalize(fullPaths[i]);
            _files[path] = files[i];
            _paths[files[i].Path] = path;
        }
    }

    /// <summary>Whether a path is that of a kustomization file.</summary>
    public static bool IsKustomization(string path) => Array.IndexOf(Names, RunPaths.NameOf(path)) >= 0;

    /// <summary>The normalized path of a file.</summary>
    public string PathOf(DescriptorFile file) => _paths[file.Path];

    /// <summary>The folder of a file, normalized.</summary>
    public string FolderOf(DescriptorFile file) => RunPaths.FolderOf(_paths[file.Path]);

    /// <summary>A file by its normalized path.</summary>
    public DescriptorFile? Find(string path) => _files.TryGetValue(path, out var file) ? file : null;

    /// <summary>The kustomization file of a folder.</summary>
    public DescriptorFile? FindKustomization(string folder)
    {
        foreach (var name in Names)
        {
            if (Find(RunPaths.Combine(folder, name)) is { } file)
            {
                return file;
            }
        }

        return null;
    }
}
