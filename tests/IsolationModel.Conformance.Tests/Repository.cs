namespace IsolationModel.Conformance;

/// <summary>The folders that these tests look at: the repository around the test assembly, and the public descriptors beside it.</summary>
internal static class Repository
{
    private const string Solution = "IsolationModel.SDK.sln";

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpus of public descriptors, or null where it is not there: it is no part of the repository.</summary>
    public static string? Corpus { get; } = Directory.Exists(CorpusFolder) ? CorpusFolder : null;

    private static string CorpusFolder => Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    /// <summary>A file or folder of the repository.</summary>
    /// <param name="path">Below the repository's folder, written with <c>/</c>.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>A file's text.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>A path below a folder as it is shown: with <c>/</c> on every system.</summary>
    public static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder around '{AppContext.BaseDirectory}' holds {Solution}.");
    }
}
