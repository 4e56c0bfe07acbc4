using System.IO.Compression;
using System.Security.Cryptography;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Who builds the same commit gets the same packages.</summary>
public sealed class ReproducibilityTests(PackedPackage package)
{
    [Fact]
    public async Task A_clone_in_another_folder_gives_the_same_bytes()
    {
        var commit = await CommitOfWhatIsBuiltAsync();
        var clone = Path.Combine(package.Folder, "clone");
        await Git.CloneAsync(TestSettings.RepositoryRoot, commit, clone);

        foreach (var project in new[] { "IsolationModel.SDK", "IsolationModel.Cli" })
        {
            await package.PackAsPublishedAsync(project, "here");
            await package.PackCopyAsync(clone, project, "there");
        }

        var packages = Packages("here");
        Assert.Equal(3, packages.Count);
        Assert.Equal(packages, Packages("there"));
        Assert.All(packages, name => AssertSame(Path.Combine(package.Folder, "here", name), Path.Combine(package.Folder, "there", name)));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var again = await package.PackAsync("IsolationModel.SDK", "again");

        Assert.Equal(Hash(package.File), Hash(again));
        Assert.Equal(Hash(package.SymbolFile), Hash(Path.ChangeExtension(again, ".snupkg")));
        Assert.Equal(Hash(package.ToolFile), Hash(await package.PackAsync("IsolationModel.Cli", "again")));
    }

    [Fact]
    public async Task A_package_names_the_SDK_that_made_it()
    {
        var (_, version) = await DotNet.RunAsync(TestSettings.RepositoryRoot, TestSettings.MachinePackages, "--version");

        Assert.All([package.File, package.ToolFile], file => Assert.Contains($"<releaseNotes>Made with the .NET SDK {version.Trim()}.</releaseNotes>", Nuspec(file), StringComparison.Ordinal));
    }

    [Fact]
    public void No_time_of_a_build_stands_in_the_archives()
    {
        foreach (var file in new[] { package.File, package.SymbolFile, package.ToolFile })
        {
            using var archive = ZipFile.OpenRead(file);
            Assert.Single(archive.Entries.Select(static entry => entry.LastWriteTime.DateTime).Distinct());
        }
    }

    /// <summary>The commit from which everything here was built; where something else was built, there is nothing to compare, and the test is skipped.</summary>
    private async Task<string> CommitOfWhatIsBuiltAsync()
    {
        var (isRepository, commit) = await Git.AskAsync(TestSettings.RepositoryRoot, "rev-parse", "HEAD");
        Assert.True(isRepository || Environment.GetEnvironmentVariable("CI") != "true", commit);
        Assert.SkipUnless(isRepository, $"no commit is known: {commit}");
        var (_, changes) = await Git.AskAsync(TestSettings.RepositoryRoot, "status", "--porcelain");
        Assert.SkipUnless(changes.Length == 0, $"what is built here is no commit: {changes}");

        var (root, address) = SourceLink();
        var isOfCommit = address.Contains(commit, StringComparison.Ordinal);
        var isFreeOfFolders = !root.StartsWith(TestSettings.RepositoryRoot, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.True(isOfCommit && isFreeOfFolders, $"built as {root} of {address}");
        }

        Assert.SkipUnless(isOfCommit, "what is packed was built before the last commit; build it again");
        Assert.SkipUnless(isFreeOfFolders, "what is packed was built without CI=true: its symbols name the folder of its sources");
        return commit;
    }

    /// <summary>The folder of the sources as the symbols name it, and the address that stands for it.</summary>
    private KeyValuePair<string, string> SourceLink()
    {
        using var symbols = ZipFile.OpenRead(package.SymbolFile);
        using var core = SymbolFile.Open(symbols, "lib/net8.0/IsolationModel.Core.pdb");
        return Assert.Single(core.SourceLink);
    }

    private List<string> Packages(string folder) => [.. Directory.GetFiles(Path.Combine(package.Folder, folder)).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Nuspec(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var reader = new StreamReader(archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }

    /// <summary>Names what differs, before the archives are compared as a whole.</summary>
    private static void AssertSame(string here, string there)
    {
        Assert.Empty(Contents(here).Except(Contents(there)).Concat(Contents(there).Except(Contents(here))).Select(static entry => entry.Name).Distinct());
        Assert.Equal(Hash(here), Hash(there));
    }

    private static List<(string Name, string Hash)> Contents(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return archive.Entries.Select(static entry =>
        {
            using var stream = entry.Open();
            return (entry.FullName, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }).ToList();
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
