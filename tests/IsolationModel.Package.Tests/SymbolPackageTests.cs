using System.IO.Compression;
using System.Xml.Linq;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Symbols: whoever steps into the library, or reports a crash of the analyzer, sees the source of the very commit.</summary>
public sealed class SymbolPackageTests(PackedPackage package)
{
    [Fact]
    public void Each_assembly_of_ours_has_its_symbols_and_no_package_holds_both()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var symbols = ZipFile.OpenRead(package.SymbolFile);

        Assert.Equal(Names(archive, ".dll"), Names(symbols, ".pdb").Select(static name => Path.ChangeExtension(name, ".dll")));
        Assert.Empty(Names(archive, ".pdb"));
        Assert.Empty(Names(symbols, ".dll"));
    }

    [Fact]
    public void Symbols_belong_to_their_assembly()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var symbols = ZipFile.OpenRead(package.SymbolFile);
        Assert.All(Names(symbols, ".pdb"), name =>
        {
            using var file = SymbolFile.Open(symbols, name);
            Assert.Equal(SymbolFile.IdOf(archive, Path.ChangeExtension(name, ".dll")), file.Id);
        });
    }

    [Fact]
    public void Each_source_is_at_an_address_of_the_commit_or_in_the_symbols()
    {
        Assert.SkipUnless(Directory.Exists(Git) || File.Exists(Git), "these sources lie in no git repository");
        using var symbols = ZipFile.OpenRead(package.SymbolFile);
        var commit = Commit();
        using (var any = SymbolFile.Open(symbols, "lib/net8.0/IsolationModel.Core.pdb"))
        {
            Assert.SkipWhen(
                Environment.GetEnvironmentVariable("CI") != "true" && !any.SourceLink.Single().Value.Contains(commit, StringComparison.Ordinal),
                "what is packed was built before the last commit; build it again");
        }

        Assert.All(Names(symbols, ".pdb"), name =>
        {
            using var file = SymbolFile.Open(symbols, name);
            var (pattern, address) = Assert.Single(file.SourceLink);
            Assert.Equal($"https://raw.githubusercontent.com/isolation-model/IsolationModel.SDK/{commit}/*", address);
            Assert.EndsWith("*", pattern, StringComparison.Ordinal);
            Assert.All(file.Documents, document => Assert.True(document.Value || document.Key.StartsWith(pattern[..^1], StringComparison.Ordinal), document.Key));
        });

        // What the generator wrote is in no commit.
        using var typed = SymbolFile.Open(symbols, "lib/net8.0/IsolationModel.SDK.pdb");
        Assert.True(typed.Documents.Single(static document => document.Key.EndsWith("/Technologies.gvisor.g.cs", StringComparison.Ordinal)).Value);
    }

    private static string Git => Path.Combine(TestSettings.RepositoryRoot, ".git");

    private string Commit()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry("IsolationModel.SDK.nuspec")!.Open();
        var repository = XDocument.Load(stream).Descendants().Single(static element => element.Name.LocalName == "repository");
        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal("https://github.com/isolation-model/IsolationModel.SDK", repository.Attribute("url")!.Value);
        var commit = repository.Attribute("commit")!.Value;
        Assert.Matches("^[0-9a-f]{40}$", commit);
        return commit;
    }

    private static IEnumerable<string> Names(ZipArchive archive, string extension) =>
        archive.Entries.Select(static entry => entry.FullName).Where(name => name.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
