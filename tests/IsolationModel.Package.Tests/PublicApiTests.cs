using System.CodeDom.Compiler;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using IsolationModel.Package.Tests.Support;
using PublicApiGenerator;

namespace IsolationModel.Package.Tests;

/// <summary>
/// The public API, a file for each assembly, so that each change of it stands in a diff; what another target framework has besides is a second
/// file. What the model generates is in neither: it follows from <c>schema/model</c>, whose diffs show it, and a new technology is no change of
/// the API. What differs is left beside the file as <c>.received.txt</c>; a change that is meant is taken over by renaming that.
/// </summary>
public sealed class PublicApiTests(PackedPackage package)
{
    [Theory]
    [InlineData("IsolationModel.Core")]
    [InlineData("IsolationModel.SDK")]
    public void The_public_api_is_what_was_decided(string assembly) => Verify(assembly, Describe("netstandard2.0", assembly));

    [Theory]
    [InlineData("IsolationModel.Core")]
    [InlineData("IsolationModel.SDK")]
    public void A_newer_framework_takes_nothing_away_and_adds_what_was_decided(string assembly)
    {
        var older = Describe("netstandard2.0", assembly).Split('\n');
        var newer = Describe("net8.0", assembly).Split('\n');

        Assert.Empty(older.Except(newer, StringComparer.Ordinal));
        Verify(assembly + ".net8.0", string.Join('\n', newer.Except(older, StringComparer.Ordinal).Select(static line => line.Trim())) + "\n");
    }

    private static void Verify(string name, string actual)
    {
        var path = Path.Combine(TestSettings.RepositoryRoot, "tests", "IsolationModel.Package.Tests", "Api", name);
        var expected = File.Exists(path + ".verified.txt") ? File.ReadAllText(path + ".verified.txt") : string.Empty;
        if (expected != actual)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".received.txt", actual);
        }

        Assert.Equal(expected, actual);
    }

    /// <summary>The package's own assemblies, apart from everything that these tests use.</summary>
    private string Describe(string framework, string assembly)
    {
        var folder = Path.Combine(package.Folder, "api", Guid.NewGuid().ToString("N"));
        using (var archive = ZipFile.OpenRead(package.File))
        {
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith($"lib/{framework}/", StringComparison.Ordinal)))
            {
                Directory.CreateDirectory(folder);
                entry.ExtractToFile(Path.Combine(folder, entry.Name));
            }
        }

        var context = new AssemblyLoadContext($"{assembly} {framework}", isCollectible: true);
        try
        {
            context.Resolving += (loads, name) => File.Exists(Path.Combine(folder, name.Name + ".dll")) ? loads.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
            var types = context.LoadFromAssemblyPath(Path.Combine(folder, assembly + ".dll")).GetExportedTypes();
            return types.Where(static type => !IsGenerated(type)).ToArray().GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        }
        finally
        {
            context.Unload();
        }
    }

    private static bool IsGenerated(Type type) =>
        type.CustomAttributes.Any(static attribute => attribute.AttributeType.FullName == typeof(GeneratedCodeAttribute).FullName) || (type.DeclaringType is { } outer && IsGenerated(outer));
}
