namespace IsolationModel.Fuzzing.Seeds;

/// <summary>Where the repository is, and the public descriptors beside it.</summary>
internal static class Folders
{
    private const string Solution = "IsolationModel.SDK.sln";

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Find();

    /// <summary>The corpus of public descriptors; it is no part of the repository, so it may be absent.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "corpus"));

    /// <summary>The inputs that broke a property once.</summary>
    public static string Kept { get; } = Path.Combine(Repository, "tests", "IsolationModel.Conformance.Tests", "Fuzz", "Inputs");

    /// <summary>The inputs that were written for targets for which the repository has no others.</summary>
    public static string Written { get; } = Path.Combine(Repository, "tests", "IsolationModel.Fuzzing", "Seeds", "Inputs");

    /// <summary>Where a campaign puts what it finds, unless it is told otherwise.</summary>
    public static string Finds { get; } = Path.Combine(Repository, "artifacts", "fuzz");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder around '{AppContext.BaseDirectory}' holds {Solution}");
    }
}
