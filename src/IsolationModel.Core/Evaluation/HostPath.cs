using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>
/// Compares paths of a host: of Linux as they are; of Windows without regard to case and to which slash is used. A path that is relative to
/// something unknown (<c>./data</c>, <c>~/x</c>) is comparable with none.
/// </summary>
internal static class HostPath
{
    public const string Pipes = "//./pipe/";

    /// <summary>Whether one path is the other, lies below it or contains it. The root contains everything, but nothing counts as merely below it.</summary>
    public static bool Touches(string path, string entry) => AreTouching(Normalize(path), Normalize(entry));

    /// <summary>Whether access to a path is access to what an entry of the model is about.</summary>
    public static bool Touches(string path, PathEntry entry)
    {
        var normal = Normalize(path);
        if (!AreTouching(normal, Normalize(entry.Path)))
        {
            return false;
        }

        foreach (var other in entry.Except)
        {
            if (string.Equals(normal, other, StringComparison.Ordinal) || IsBelow(normal, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a path starts at the root of a file system, at a drive, or at the named pipes of Windows.</summary>
    public static bool IsAbsolute(string path) => path.Length > 0 && (path[0] == '/' || IsOfWindows(path));

    /// <summary>Whether a normal path lies below a folder other than the root and a drive.</summary>
    public static bool IsBelow(string path, string folder) =>
        folder != "/" && !folder.EndsWith(":", StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    public static bool AreTouching(string path, string entry)
    {
        if (!IsAbsolute(path))
        {
            return false;
        }

        // "/dev/sd*": the name goes on, and what lies below it goes on, too.
        if (entry.Length > 1 && entry[entry.Length - 1] == '*')
        {
            var start = entry.Substring(0, entry.Length - 1);
            return path.StartsWith(start, StringComparison.Ordinal) || path == "/" || (start.LastIndexOf('/') is var cut && cut > 0 && AreTouching(path, start.Substring(0, cut)) && !IsBelow(path, start.Substring(0, cut)));
        }

        return string.Equals(path, entry, StringComparison.Ordinal) || IsBelow(path, entry) || path == "/" || IsBelow(entry, path);
    }

    /// <summary>Repeated and trailing slashes, <c>.</c> and <c>..</c> removed, as a kernel would walk it.</summary>
    public static string Normalize(string path)
    {
        if (path.Length == 0 || path[0] != '/' || path.StartsWith(Pipes, StringComparison.Ordinal))
        {
            return IsOfWindows(path) ? OfWindows(path) : path;
        }

        if (path.Length > 1 && !path.EndsWith("/", StringComparison.Ordinal) && path.IndexOf("//", StringComparison.Ordinal) < 0 && path.IndexOf("/.", StringComparison.Ordinal) < 0)
        {
            return path;
        }

        return "/" + Walk(path);
    }

    public static bool IsOfWindows(string path) =>
        (path.Length > 1 && path[1] == ':' && (path[0] | 0x20) is >= 'a' and <= 'z')
        || path.StartsWith(@"\\.\pipe\", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(Pipes, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>C:\Windows</c> as <c>c:/windows</c>, a pipe as <c>//./pipe/name</c>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "Nothing but a key to compare by")]
    private static string OfWindows(string path)
    {
        var lower = path.ToLowerInvariant().Replace('\\', '/');
        return lower.StartsWith(Pipes, StringComparison.Ordinal) ? lower : Walk(lower);
    }

    private static string Walk(string path)
    {
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

        return string.Join("/", parts);
    }
}
