using System.Text;
using IsolationModel.Cli;

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

    /// <summary>Runs a command line in the folder. What it says on standard error is not looked at: commands that change files tell there what they do.</summary>
    public (int Code, string Report) Run(IReadOnlyList<string> words)
    {
        Assert.Equal("isolation", words[0]);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new ToolHost(() => Stream.Null, output, error, Root, UsesColor: false);
        var code = IsolationTool.Run([.. words.Skip(1)], host, TestContext.Current.CancellationToken);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(static file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}");
}
