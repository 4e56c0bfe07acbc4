namespace IsolationModel.Cli.Input;

/// <summary>Files of Compose that the command line says are loaded together.</summary>
internal static class ComposeOption
{
    public const string Name = "--compose";

    private const string Environment = ".env";

    /// <summary>The projects as full paths, each in the order in which its files are loaded.</summary>
    /// <exception cref="UsageException">A project names nothing.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Parse(IReadOnlyList<string> projects, string currentDirectory)
    {
        var parsed = new List<IReadOnlyList<string>>(projects.Count);
        foreach (var project in projects)
        {
            var files = project.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (files.Length == 0)
            {
                throw new UsageException($"{Name} names nothing");
            }

            foreach (var file in files)
            {
                if (!InputSearch.Exists(file, currentDirectory) || !File.Exists(Path.GetFullPath(file, currentDirectory)))
                {
                    throw new UsageException($"{Name}: there is no file '{file}'");
                }
            }

            parsed.Add(files.Select(file => Path.GetFullPath(file, currentDirectory)).ToList());
        }

        return parsed;
    }

    /// <summary>
    /// What has to be read for the projects: their files, and the environment file beside the first of each. A file that settings name and that is missing
    /// stays a part of its project, which is incomplete without it.
    /// </summary>
    public static IEnumerable<string> Files(IReadOnlyList<IReadOnlyList<string>> projects) =>
        // The root of a file system has no folder; it is no file either, which is told.
        projects.SelectMany(static project => Path.GetDirectoryName(project[0]) is { } folder ? project.Append(Path.Combine(folder, Environment)) : project).Where(File.Exists);
}
