using System.IO.Compression;

namespace IsolationModel.Package.Tests.Support;

/// <summary>The names of the files in a package, sorted, without what every package has by the rules of its container format.</summary>
internal sealed class PackageEntries(IReadOnlyList<string> names)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Reads a package.</summary>
    public static PackageEntries Read(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return new PackageEntries([
            .. archive.Entries.Select(static entry => entry.FullName)
                .Where(static name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ]);
    }

    /// <summary>The packages whose assemblies are among the files and are not ours.</summary>
    public IEnumerable<string> OfOthers() => names
        .Where(static name => name.EndsWith(".dll", StringComparison.Ordinal))
        .Select(static name => Path.GetFileNameWithoutExtension(name))
        .Where(static name => !name.StartsWith("IsolationModel.", StringComparison.Ordinal))
        .Distinct()
        .Order(StringComparer.Ordinal);
}
