namespace IsolationModel.Cli.Input;

/// <summary>Paths as reports show them: the same on every system, and short where the reader knows the rest.</summary>
internal static class DisplayPath
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "<stdin>";

    /// <summary>Relative to the current directory with <c>/</c>; absolute when outside.</summary>
    public static string Of(string fullPath, string currentDirectory)
    {
        var relative = Path.GetRelativePath(currentDirectory, fullPath);
        var isOutside = Path.IsPathRooted(relative)
            || (relative.StartsWith("..", StringComparison.Ordinal) && (relative.Length == 2 || relative[2] == Path.DirectorySeparatorChar));
        var shown = isOutside ? fullPath : relative;
        return Path.DirectorySeparatorChar == '/' ? shown : shown.Replace(Path.DirectorySeparatorChar, '/');
    }
}
