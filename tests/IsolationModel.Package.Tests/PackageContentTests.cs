using System.IO.Compression;
using System.Xml.Linq;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly string[] Expected =
    [
        "IsolationModel.SDK.nuspec",
        "LICENSE",
        "README.md",
        "analyzers/dotnet/cs/IsolationModel.Analyzers.dll",
        "analyzers/dotnet/cs/IsolationModel.CodeFixes.dll",
        "analyzers/dotnet/cs/IsolationModel.Core.dll",
        "analyzers/dotnet/cs/IsolationModel.Descriptors.dll",
        "analyzers/dotnet/cs/IsolationModel.Generators.dll",
        "build/IsolationModel.SDK.props",
        "build/IsolationModel.SDK.targets",
        "build/IsolationModel.Summary.targets",
        "buildTransitive/IsolationModel.SDK.props",
        "buildTransitive/IsolationModel.SDK.targets",
        "icon.png",
        "lib/net8.0/IsolationModel.Core.dll",
        "lib/net8.0/IsolationModel.Core.xml",
        "lib/net8.0/IsolationModel.SDK.dll",
        "lib/net8.0/IsolationModel.SDK.xml",
        "lib/netstandard2.0/IsolationModel.Core.dll",
        "lib/netstandard2.0/IsolationModel.Core.xml",
        "lib/netstandard2.0/IsolationModel.SDK.dll",
        "lib/netstandard2.0/IsolationModel.SDK.xml",
        "tasks/netstandard2.0/IsolationModel.Build.dll",
        "tasks/netstandard2.0/IsolationModel.Core.dll",
        "tasks/netstandard2.0/IsolationModel.Descriptors.dll",
    ];

    private static readonly string[] ExpectedOfTool =
    [
        "IsolationModel.Cli.nuspec",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "icon.png",
        "tools/net10.0/any/DotnetToolSettings.xml",
        "tools/net10.0/any/IsolationModel.Cli.deps.json",
        "tools/net10.0/any/IsolationModel.Cli.dll",
        "tools/net10.0/any/IsolationModel.Cli.pdb",
        "tools/net10.0/any/IsolationModel.Cli.runtimeconfig.json",
        "tools/net10.0/any/IsolationModel.Core.dll",
        "tools/net10.0/any/IsolationModel.Core.pdb",
        "tools/net10.0/any/IsolationModel.Descriptors.dll",
        "tools/net10.0/any/IsolationModel.Descriptors.pdb",
        "tools/net10.0/any/System.CommandLine.dll",
    ];

    [Fact]
    public void The_package_of_the_tool_holds_these_files_and_no_others() => Assert.Equal(ExpectedOfTool, PackageEntries.Read(package.ToolFile).Names);

    [Fact]
    public void What_packages_show_of_themselves_is_in_them()
    {
        foreach (var file in new[] { package.File, package.ToolFile })
        {
            using var archive = ZipFile.OpenRead(file);
            using var stream = archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            var metadata = XDocument.Load(stream).Descendants().Where(static element => !element.HasElements).ToLookup(static element => element.Name.LocalName, static element => element.Value);
            Assert.NotNull(archive.GetEntry(metadata["icon"].Single()));
            Assert.NotNull(archive.GetEntry(metadata["readme"].Single()));
            Assert.Equal("MIT", metadata["license"].Single());
            Assert.NotEmpty(metadata["description"].Single());
        }
    }

    [Fact]
    public void The_package_holds_these_files_and_no_others()
    {
        Assert.Equal(Expected, PackageEntries.Read(package.File).Names);
    }

    [Fact]
    public void The_package_depends_on_nothing_and_is_no_development_dependency()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry("IsolationModel.SDK.nuspec")!.Open();
        var nuspec = XDocument.Load(stream);
        Assert.DoesNotContain(nuspec.Descendants(), element => element.Name.LocalName is "dependency" or "frameworkAssembly" or "developmentDependency");
        Assert.Equal(PackedPackage.Version, nuspec.Descendants().Single(element => element.Name.LocalName == "version").Value);
    }
}
