using IsolationModel.Descriptors;

namespace IsolationModel.Fuzzing.Seeds;

/// <summary>Everything that is mutated: samples, examples of pages, the model, what was found before, and public descriptors where they are at hand.</summary>
internal sealed class SeedPool
{
    /// <summary>Larger files are left out: a mutation of a small one says the same in less time.</summary>
    private const int LargestFile = 64 * 1024;

    /// <summary>Larger folders are no single run.</summary>
    private const int MostFiles = 24;

    private static readonly Lazy<SeedPool> LazyInstance = new(static () => new SeedPool());

    private SeedPool()
    {
        var sets = new List<FuzzInput>();
        foreach (var page in Sorted(Path.Combine(Folders.Repository, "analyzers", "docs", "rules"), "*.md", SearchOption.TopDirectoryOnly))
        {
            sets.AddRange(PageExamples.Of(File.ReadAllText(page)));
        }

        foreach (var folder in (string[])[Folders.Written, Folders.Kept])
        {
            sets.AddRange(Sorted(folder, "*.input", SearchOption.AllDirectories).Select(static path => InputText.Read(File.ReadAllText(path))));
        }

        var samples = Path.Combine(Folders.Repository, "tests", "samples");
        sets.Add(Read(samples, Sorted(samples, "*", SearchOption.AllDirectories)));
        sets.AddRange(Runs(samples));
        Model = [.. Sorted(Path.Combine(Folders.Repository, "schema"), "*.isolation.json", SearchOption.AllDirectories).Where(IsSmall)
            .Select(static path => FuzzInput.Of(Path.GetFileName(path), File.ReadAllBytes(path)))];
        sets.AddRange(Runs(Folders.Corpus));
        Sets = [.. sets.Where(static set => set.Files.Count > 0)];
        Files = [.. Sets.SelectMany(static set => set.Files).DistinctBy(static file => (file.Path, file.Text)).Select(static file => new FuzzInput([file]))];
    }

    /// <summary>The pool, read once.</summary>
    public static SeedPool Instance => LazyInstance.Value;

    /// <summary>Files that belong together, as runs.</summary>
    public IReadOnlyList<FuzzInput> Sets { get; }

    /// <summary>Each file of them on its own.</summary>
    public IReadOnlyList<FuzzInput> Files { get; }

    /// <summary>The parts of the built-in model.</summary>
    public IReadOnlyList<FuzzInput> Model { get; }

    /// <summary>Every folder below one that holds files of descriptors, with everything below it, as long as that is not too much; and its files alone otherwise.</summary>
    private static IEnumerable<FuzzInput> Runs(string root)
    {
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var all = Sorted(folder, "*", SearchOption.AllDirectories).Where(IsDescriptor).Take(MostFiles + 1).ToList();
            var own = all.Where(path => Path.GetDirectoryName(path) == folder).Take(MostFiles).ToList();
            if (all.Count is > 0 and <= MostFiles)
            {
                yield return Read(folder, all);
            }
            else if (own.Count > 0)
            {
                yield return Read(folder, own);
            }
        }
    }

    private static FuzzInput Read(string folder, IEnumerable<string> paths) => new(
        [.. paths.Where(IsSmall).Select(path => new FuzzFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))]);

    private static IEnumerable<string> Sorted(string folder, string pattern, SearchOption option) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, option).Order(StringComparer.Ordinal) : [];

    private static bool IsDescriptor(string path) => DescriptorPatterns.Match(path) is not null && IsSmall(path);

    private static bool IsSmall(string path) => new FileInfo(path).Length is > 0 and <= LargestFile;
}
