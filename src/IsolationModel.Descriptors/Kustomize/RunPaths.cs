using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Paths as names of a run's files: compared, never opened. A path leads to a file that was given, or nowhere.</summary>
internal static class RunPaths
{
    /// <summary>The path with <c>/</c>, and without <c>.</c>, <c>..</c> and doubled separators as far as they can be resolved.</summary>
    public static string Normalize(string path) => FilePath.Normalize(path);

    /// <summary>What a reference in a folder names; references are relative.</summary>
    public static string Combine(string folder, string reference) => Normalize(folder.Length == 0 ? reference : $"{folder}/{reference}");

    /// <summary>What a path in a folder names, where paths may be absolute, too.</summary>
    public static string Resolve(string folder, string path) => FilePath.Resolve(folder, path);

    /// <summary>The folder of a normalized path; empty where it has none.</summary>
    public static string FolderOf(string path) => FilePath.FolderOf(path);

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => FilePath.NameOf(path);

    /// <summary>The folders that all paths have in common, each with what is left of it; the same whether paths are absolute or not.</summary>
    public static string CommonFolder(IReadOnlyList<string> folders)
    {
        var common = folders[0].Split('/');
        var length = common.Length;
        foreach (var folder in folders)
        {
            var parts = folder.Split('/');
            var same = 0;
            while (same < Math.Min(length, parts.Length) && string.Equals(parts[same], common[same], StringComparison.Ordinal))
            {
                same++;
            }

            length = same;
        }

        return string.Join("/", common, 0, length);
    }
}
