namespace IsolationModel.Conformance.Documentation;

/// <summary>A folder of its own in which the shop of the samples lies as <c>deploy</c>, with its overlay beside it: where commands of documents run.</summary>
internal sealed class ShopCopy : IDisposable
{
    private readonly HashSet<string> _before;

    public ShopCopy()
    {
        Root = Directory.CreateTempSubdirectory("isolation-documents-").FullName;
        var samples = Repository.PathOf("tests/samples");
        foreach (var file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Root, "deploy", Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Copy(Path.Combine(samples, "shop.isolation.json"), Path.Combine(Root, "shop.isolation.json"));
        File.WriteAllText(Path.Combine(Root, "README.md"), "<!-- begin: isolation rules markdown -->\n<!-- end: isolation rules markdown -->\n");
        _before = [.. Files()];
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Whether something was written or changed since.</summary>
    public bool HasNewFiles => !_before.SetEquals(Files());

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(static file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}");
}
