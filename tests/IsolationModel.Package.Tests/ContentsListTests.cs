using System.Xml.Linq;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>The lists from which the bills of materials are made: what the packages really hold of others, no more and no less.</summary>
public sealed class ContentsListTests(PackedPackage package)
{
    [Fact]
    public void The_list_of_the_library_is_what_is_in_its_package() => Assert.Equal(Listed("IsolationModel.SDK"), PackageEntries.Read(package.File).OfOthers());

    [Fact]
    public void The_list_of_the_tool_is_what_is_in_its_package() => Assert.Equal(Listed("IsolationModel.Cli"), PackageEntries.Read(package.ToolFile).OfOthers());

    private static IEnumerable<string> Listed(string id) => XDocument.Load(Path.Combine(TestSettings.RepositoryRoot, ".ci", "contents", id + ".Contents.csproj"))
        .Descendants("PackageReference")
        .Select(static reference => reference.Attribute("Include")!.Value)
        .Order(StringComparer.Ordinal);
}
