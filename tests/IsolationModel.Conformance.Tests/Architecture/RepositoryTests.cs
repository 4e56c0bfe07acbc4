using System.Text.RegularExpressions;

namespace IsolationModel.Conformance.Architecture;

/// <summary>What holds for the repository as a whole.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] TopFolders = ["analyzers", "generators", "schema", "src", "tests"];

    /// <summary>Folders that builds and editors write; .gitignore names them.</summary>
    private static readonly string[] Ignored = ["artifacts", "bin", "obj", "BenchmarkDotNet.Artifacts", "TestResults", "node_modules"];

    private static readonly string[] BinaryExtensions = [".snk", ".png", ".nupkg"];

    [Fact]
    public void The_top_level_is_fixed() => Assert.Equal(
        TopFolders,
        Directory.EnumerateDirectories(Repository.Root).Select(Path.GetFileName).Where(name => !IsSkipped(name!)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_speaks_of_the_machine_that_it_was_written_on()
    {
        var places = TextFiles()
            .SelectMany(path => File.ReadLines(path).Select((line, i) => (Path: path, Line: i + 1, Text: line)))
            .Where(line => MachinePath().IsMatch(line.Text))
            .Select(line => $"{Repository.Relative(Repository.Root, line.Path)}({line.Line}): {line.Text.Trim()}");
        Assert.Empty(places);
    }

    [Fact]
    public void Every_text_ends_its_lines_with_a_line_feed() =>
        Assert.Empty(TextFiles().Where(path => File.ReadAllText(path).Contains('\r', StringComparison.Ordinal)).Select(path => Repository.Relative(Repository.Root, path)));

    private static IEnumerable<string> TextFiles() => Files(Repository.Root).Where(path => !BinaryExtensions.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    private static IEnumerable<string> Files(string folder)
    {
        // Where a repository has several working trees, .git is a file that says where the others are.
        foreach (var file in Directory.EnumerateFiles(folder).Where(static file => Path.GetFileName(file) != ".git"))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !IsSkipped(Path.GetFileName(inner))).SelectMany(Files))
        {
            yield return inner;
        }
    }

    private static bool IsSkipped(string name) => name.StartsWith('.') || Ignored.Contains(name, StringComparer.Ordinal);

    /// <summary>Home and temporary folders, as they slip into comments and expected outputs; <c>/root</c> alone is a path that descriptors mount.</summary>
    [GeneratedRegex(@"(?<![\w.\-])/(home|private|root|tmp|Users|work)/|[A-Za-z]:\\Users\\", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex MachinePath();
}
