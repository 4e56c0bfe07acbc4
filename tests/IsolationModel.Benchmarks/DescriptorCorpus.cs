using IsolationModel.Descriptors;
using IsolationModel.Text;

namespace IsolationModel.Benchmarks;

/// <summary>The descriptors to measure with: a folder named by ISOLATION_CORPUS, else the public corpus beside the repository, else the samples.</summary>
internal static class DescriptorCorpus
{
    public static string Folder { get; } = Find();

    /// <summary>The texts of a folder's descriptor files, in ordinal order of their paths.</summary>
    public static IReadOnlyList<string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => DescriptorPatterns.Match(path) is not null)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllBytes)
        .Select(bytes => TextDecoder.Decode(bytes, bytes.Length, out _))
        .OfType<string>()
        .ToList();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("ISOLATION_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }

        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "IsolationModel.SDK.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The benchmarks run from inside the repository.");
        }

        var corpus = Path.Combine(root, "..", "shared", "corpus");
        return Directory.Exists(corpus) ? corpus : Path.Combine(root, "tests", "samples");
    }
}
