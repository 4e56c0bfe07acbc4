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
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/IsolationModel.Analyzers.dll",
        "analyzers/dotnet/cs/IsolationModel.CodeFixes.dll",
        "analyzers/dotnet/cs/IsolationModel.Core.dll",
        "analyzers/dotnet/cs/IsolationModel.Descriptors.dll",
        "analyzers/dotnet/cs/IsolationModel.Generators.dll",
        "analyzers/dotnet/cs/IsolationModel.YamlDotNet.dll",
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
        "tasks/netstandard2.0/IsolationModel.YamlDotNet.dll",
    ];

    [Fact]
    public void The_package_holds_these_files_and_no_others()
    {
        using var archive = ZipFile.OpenRead(package.File);
        // What every package has by the rules of its container format.
        var entries = archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal));
        Assert.Equal(Expected, entries.Order(StringComparer.Ordinal));
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
