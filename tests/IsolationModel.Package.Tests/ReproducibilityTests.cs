using System.IO.Compression;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Who builds the same commit gets the same packages.</summary>
public sealed class ReproducibilityTests(PackedPackage package)
{
    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var again = await package.PackAsync("IsolationModel.SDK", "again");

        Assert.Equal(Hash(package.File), Hash(again));
        Assert.Equal(Hash(package.SymbolFile), Hash(Path.ChangeExtension(again, ".snupkg")));
        Assert.Equal(Hash(package.ToolFile), Hash(await package.PackAsync("IsolationModel.Cli", "again")));
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

    private static string Hash(string file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
}
