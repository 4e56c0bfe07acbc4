namespace IsolationModel.Text;

/// <summary>Paths as names of files: compared, never opened.</summary>
public static class FilePath
{
    /// <summary>The path with <c>/</c>, and without <c>.</c>, <c>..</c> and doubled separators as far as they can be resolved.</summary>
    public static string Normalize(string path)
    {
        var slashed = path.Replace('\\', '/');
        var root = slashed.StartsWith("//", StringComparison.Ordinal) ? "//"
            : slashed.StartsWith("/", StringComparison.Ordinal) ? "/"
            : slashed.Length > 1 && slashed[1] == ':' ? $"{slashed[0]}:/"
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

    /// <summary>What a path in a folder names, where paths may be absolute, too.</summary>
    public static string Resolve(string folder, string path) => Normalize(folder.Length == 0 || IsAbsolute(path) ? path : $"{folder}/{path}");

    /// <summary>The folder of a normalized path; empty where it has none.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? string.Empty : slash == 0 ? "/" : path.Substring(0, slash);
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1);

    /// <summary>Whether a path starts at a root, be it that of a drive.</summary>
    public static bool IsAbsolute(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    /// <summary>What is left of a normalized path below a normalized folder; null where it does not lie there.</summary>
    public static string? Below(string folder, string path)
    {
        if (folder.Length == 0)
        {
            return IsAbsolute(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal) ? null : path;
        }

        var prefix = folder[folder.Length - 1] == '/' ? folder : folder + "/";
        // Drives have no case, and their letters come in both.
        var comparison = prefix.Length > 1 && prefix[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.StartsWith(prefix, comparison) ? path.Substring(prefix.Length) : null;
    }
}
