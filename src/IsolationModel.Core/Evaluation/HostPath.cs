using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>Compares paths of a host.</summary>
internal static class HostPath
{
    /// <summary>Whether one path is the other, lies below it or contains it. The root contains everything, but nothing counts as merely below it.</summary>
    public static bool Touches(string path, string entry)
    {
        path = Normalize(path);
        entry = Normalize(entry);
        return string.Equals(path, entry, StringComparison.Ordinal) || IsBelow(path, entry) || path == "/" || IsBelow(entry, path);
    }

    /// <summary>Whether access to a path is access to what an entry of the model is about.</summary>
    public static bool Touches(string path, PathEntry entry) =>
        Touches(path, entry.Path) && !entry.Except.Any(other => Normalize(path) is var normal && (string.Equals(normal, other, StringComparison.Ordinal) || IsBelow(normal, other)));

    /// <summary>Whether a normal path lies below a folder other than the root.</summary>
    public static bool IsBelow(string path, string folder) =>
        folder != "/" && path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>Repeated and trailing slashes, <c>.</c> and <c>..</c> removed, as a kernel would walk it.</summary>
    private static string Normalize(string path)
    {
        if (path.Length > 1 && !path.EndsWith("/", StringComparison.Ordinal) && path.IndexOf("//", StringComparison.Ordinal) < 0 && path.IndexOf("/.", StringComparison.Ordinal) < 0)
        {
            return path;
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return "/" + string.Join("/", parts);
    }
}
