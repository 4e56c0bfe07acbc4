using System.Xml.Linq;

namespace IsolationModel.Conformance.Architecture;

/// <summary>A project as its file describes it.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Path">Below the repository's folder, written with <c>/</c>.</param>
/// <param name="References">The projects that it compiles against.</param>
/// <param name="Companions">Projects that are built with it (as an analyzer, or to be packed) and that it does not compile against.</param>
/// <param name="Packages">The packages that it names.</param>
internal sealed record ProjectFile(
    string Name,
    string Path,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Companions,
    IReadOnlyList<string> Packages)
{
    private static readonly string[] ShippingFolders = ["analyzers", "generators", "src"];

    /// <summary>The projects that ship, by path.</summary>
    public static IReadOnlyList<ProjectFile> Shipping { get; } = ShippingFolders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
        .Select(path => Repository.Relative(Repository.Root, path))
        .Order(StringComparer.Ordinal)
        .Where(IsShipping)
        .Select(Read)
        .ToList();

    /// <summary>What only runs while others are built says so.</summary>
    private static bool IsShipping(string path) => XDocument.Load(Repository.PathOf(path)).Descendants("IsShipping").All(static element => element.Value != "false");

    private static ProjectFile Read(string path)
    {
        var document = XDocument.Load(Repository.PathOf(path));
        var references = document.Descendants("ProjectReference").ToLookup(
            element => (string?)element.Attribute("ReferenceOutputAssembly") != "false",
            element => NameOf((string)element.Attribute("Include")!));
        return new ProjectFile(
            NameOf(path),
            path,
            references[true].Order(StringComparer.Ordinal).ToList(),
            references[false].Order(StringComparer.Ordinal).ToList(),
            document.Descendants("PackageReference").Select(element => (string)element.Attribute("Include")!).Order(StringComparer.Ordinal).ToList());
    }

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
