using System.Reflection;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>The packages that the project downloads to measure them, and does not reference.</summary>
internal static class PackageFolder
{
    private static readonly string Root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    /// <summary>A file of a package.</summary>
    /// <param name="path">Such as <c>name/1.0.0/lib/net8.0/Name.dll</c>.</param>
    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>The assemblies that a package gives to the compiler.</summary>
    /// <param name="folder">The folder that holds them.</param>
    public static IReadOnlyList<string> Assemblies(string folder) => Directory.GetFiles(Path.Combine(Root, folder), "*.dll").Order(StringComparer.Ordinal).ToList();
}
