using System.Text;

namespace IsolationModel.Package.Tests.Support;

/// <summary>Many projects that use the package, built once and together, as one solution with one restore.</summary>
public sealed class ConsumerGroup(PackedPackage package) : IAsyncLifetime
{
    /// <summary>A folder whose name breaks scripts that do not quote, or know only ASCII.</summary>
    public const string UnusualFolder = "R\u00e4ume & L\u00fccken, Anna's";

    /// <summary>The project in it.</summary>
    public const string UnusualName = "L\u00e4den";

    /// <summary>The projects.</summary>
    internal Consumer Consumer { get; private set; } = null!;

    /// <summary>What the build said.</summary>
    internal BuildLog Log { get; private set; } = null!;

    /// <summary>Builds.</summary>
    public async ValueTask InitializeAsync()
    {
        await ForeignPackages.PackAsync(package);
        Consumer = package.Copy("Group");
        WriteBrokenFiles();
        string[] mapped = ["Group/Mapped/here/App", "Group/Mapped/there/deeper/App"];
        foreach (var place in mapped)
        {
            package.Copy("Mapped", place);
        }

        foreach (var place in mapped.Append("Group/OldLanguage"))
        {
            package.Copy("TypedProgram", place);
        }

        WriteUnusualNames();
        Log = await Consumer.BuildAsync("Group.slnx");
    }

    /// <summary>Nothing to do: the package's folder goes as a whole.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the build said of one project, in all of its target frameworks.</summary>
    internal IEnumerable<string> Of(string project) =>
        Log.Diagnostics.Where(line => line.EndsWith($"[{project}]", StringComparison.Ordinal) || line.Contains($"[{project}::", StringComparison.Ordinal));

    /// <summary>Names that a repository should not hold, and what another build left behind.</summary>
    private void WriteUnusualNames()
    {
        foreach (var file in new[] { "Central/Direct/api.yaml", "Nested/Inner/Inner.csproj" })
        {
            var name = Path.GetFileName(file).Replace("Inner", UnusualName, StringComparison.Ordinal);
            Consumer.Write($"{UnusualFolder}/{name}", File.ReadAllBytes(Path.Combine(Consumer.Folder, file)));
        }

        Consumer.Write("Artifacts/artifacts/old/copied.yaml", File.ReadAllBytes(Path.Combine(Consumer.Folder, "Artifacts/api.yaml")));
    }

    /// <summary>Files that a repository should not hold: they are no text, or break tools.</summary>
    private void WriteBrokenFiles()
    {
        Write("nul.yaml", "apiVersion: v1\nkind: Pod\n\0\0\0\n");
        Consumer.Write("BrokenFiles/latin1.yaml", Encoding.Latin1.GetBytes("apiVersion: v1\nkind: Pod\nmetadata:\n  name: \u00e4pi\n"));
        Consumer.Write("BrokenFiles/utf16.yaml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("apiVersion: v1\nkind: Pod\nmetadata: [\n")]);
        Write("deep.yaml", "apiVersion: " + new string('[', 100_000));
        Write("empty.yaml", string.Empty);
        Write("template.yaml", "apiVersion: v1\n{{- if .Values.x }}\nkind: Pod\n{{- end }}\n");
        Write("large.yaml", "a: " + new string('x', 34_000_000));
        Write("cycle.yaml", "apiVersion: v1\nkind: Pod\nspec: &a [*a]\n");
        Write("truncated.isolation.json", "{ \"formatVersion\": \"1.0\", \"model\": {");

        void Write(string name, string text) => Consumer.Write($"BrokenFiles/{name}", Encoding.UTF8.GetBytes(text));
    }
}
