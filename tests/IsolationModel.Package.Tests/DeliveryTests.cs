using System.IO.Compression;
using System.Xml.Linq;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>What a project that uses the package delivers.</summary>
[Collection(SharedBuild.Name)]
public sealed class DeliveryTests(ConsumerGroup group, PackedPackage package)
{
    [Fact]
    public void The_same_sources_in_another_folder_give_the_same_assembly()
    {
        var here = Assembly("Mapped/here");
        Assert.Equal(here, Assembly("Mapped/there/deeper"));
        // The generated model is in it, so its order and its paths count, too.
        Assert.True(here.AsSpan().IndexOf("ContosoTechnologies"u8) > 0);

        byte[] Assembly(string folder) => File.ReadAllBytes(Path.Combine(group.Consumer.Folder, folder, "App/obj/Debug/net10.0/Mapped.dll"));
    }

    [Fact]
    public async Task What_is_published_holds_the_library_and_nothing_of_the_compiler()
    {
        await group.Consumer.PublishAsync("Mapped/here/App/Mapped.csproj", "published", "--no-build");

        Assert.Equal(
            ["IsolationModel.Core.dll", "IsolationModel.SDK.dll", "Mapped.deps.json", "Mapped.dll", "Mapped.pdb", "Mapped.runtimeconfig.json"],
            Directory.EnumerateFiles(Path.Combine(group.Consumer.Folder, "published")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_package_that_uses_the_package_depends_on_it_unless_it_keeps_it_to_itself()
    {
        Assert.Equal(["IsolationModel.SDK"], Dependencies("Through.Library"));
        Assert.Empty(Dependencies("Private.Library"));
    }

    private IEnumerable<string> Dependencies(string id)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(package.Feed, $"{id}.1.0.0.nupkg"));
        using var stream = archive.GetEntry($"{id}.nuspec")!.Open();
        return [.. XDocument.Load(stream).Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value)];
    }
}
