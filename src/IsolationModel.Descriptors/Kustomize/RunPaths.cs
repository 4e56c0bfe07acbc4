namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Paths as names of a run's files: compared, never opened. A path leads to a file that was given, or nowhere.</summary>
internal static class RunPaths
{
    /// <summary>The path with <c>/</c>, and without <c>.</c>, <c>..</c> and doubled separators as far as they can be resolved.</summary>
    public static string Normalize(string path)
    {
        var slashed = path.Replace('\\', '/');
        var root = slashed.StartsWith("//", StringComparison.Ordinal) ? "//"
            : slashed.StartsWith("/", StringComparison.Ordinal) ? "/"
            : slashed.Length > 1 && slashed[1] == ':' ? slashed.Substring(0, 2) + "/"
            : string.Empty;
        var parts = new List<string>();
        foreach (var part in slashed.Substring(Math.Min(root.Length, slashed.Length)).Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count > 0 && parts[parts.Count - 1] != "..")
                {
                    parts.RemoveAt(parts.Count - 1);
                }
                else if (root.Length == 0)
                {
                    parts.Add(part);
                }
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return root + string.Join("/", parts);
    }

    /// <summary>What a reference in a folder names; references are relative.</summary>
    public static string Combine(string folder, string reference) => Normalize(folder.Length == 0 ? reference : $"{folder}/{reference}");

    /// <summary>What a path in a folder names, where paths may be absolute, too.</summary>
    public static string Resolve(string folder, string path) => IsAbsolute(path) ? Normalize(path) : Combine(folder, path);

    /// <summary>Whether a path starts at a root, be it that of a drive.</summary>
    private static bool IsAbsolute(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    /// <summary>The folder of a normalized path; empty where it has none.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? string.Empty : slash == 0 ? "/" : path.Substring(0, slash);
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1);

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
