namespace IsolationModel.Cli.Input;

/// <summary>Paths with every link on the way followed: where a file really lies.</summary>
internal static class RealPath
{
    /// <summary>More than any system follows before it takes them for a circle (Linux 40, Windows 63): what is given up here cannot be opened.</summary>
    private const int MostLinks = 64;

    /// <summary>Where a path really leads; null where links lead in a circle.</summary>
    /// <param name="path">A full path.</param>
    public static string? Of(string path)
    {
        var current = Path.GetPathRoot(path)!;
        var rest = new Stack<string>();
        Push(rest, path);
        for (var links = 0; rest.TryPop(out var name);)
        {
            if (name == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            current = Path.IsPathRooted(target) ? Path.GetPathRoot(Path.GetFullPath(target))! : current;
            Push(rest, target);
        }

        return current;
    }

    /// <summary>Whether a real path is a real folder or lies in it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <summary>The parts of a path below its root, the first on top.</summary>
    private static void Push(Stack<string> parts, string path)
    {
        var below = path[(Path.GetPathRoot(path)?.Length ?? 0)..];
        foreach (var part in below.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]).Reverse())
        {
            if (part is not ("" or "."))
            {
                parts.Push(part);
            }
        }
    }
}
