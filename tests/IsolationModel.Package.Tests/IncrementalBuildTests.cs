using System.Text;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>What a second build does. Each edit has a project of its own, so that three builds show all of them.</summary>
public sealed class IncrementalBuildTests(PackedPackage package)
{
    private const string Solution = "Incremental.slnx";

    [Fact]
    public async Task A_build_does_again_what_an_edit_asks_for_and_nothing_else()
    {
        var consumer = package.Copy("Incremental");
        WriteProjects(consumer);

        var (first, did) = await BuildAsync(consumer, "first");
        Assert.True(first.ExitCode == 0, first.Text);
        Assert.All(Edit.All, edit => Assert.True(did.Ran(edit.Name, "Csc") && did.Ran(edit.Name, "SummarizeDescriptors"), edit.Name));

        // An unchanged build starts neither the compiler nor the task, and says nothing but the line of each project.
        var (unchanged, nothing) = await BuildAsync(consumer, "unchanged", "--no-restore");
        Assert.Empty(unchanged.Diagnostics);
        Assert.Empty(Edit.All.Where(edit => nothing.Ran(edit.Name, "Csc") || nothing.Ran(edit.Name, "SummarizeDescriptors")).Select(edit => edit.Name));
        Assert.Equal(Edit.All.Count, unchanged.Text.Split("IsolationModel: ").Length - 1);

        foreach (var edit in Edit.All)
        {
            edit.Apply(Path.Combine(consumer.Folder, edit.Name));
        }

        var (_, again) = await BuildAsync(consumer, "edited", "--no-restore");
        Assert.Equal(
            Edit.All.Select(static edit => (edit.Name, edit.Compiles, edit.Summarizes)),
            Edit.All.Select(edit => (edit.Name, again.Ran(edit.Name, "Csc"), again.Ran(edit.Name, "SummarizeDescriptors"))));
    }

    private static async Task<(BuildLog Log, BinaryLogFile Did)> BuildAsync(Consumer consumer, string name, params string[] arguments)
    {
        var file = Path.Combine(consumer.Folder, $"{name}.binlog");
        var log = await consumer.BuildAsync(Solution, [$"-bl:{file};ProjectImports=None", .. arguments]);
        return (log, BinaryLogFile.Read(file));
    }

    private static void WriteProjects(Consumer consumer)
    {
        var template = Path.Combine(consumer.Folder, "Template");
        foreach (var edit in Edit.All)
        {
            foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(template, file).Replace("Template.csproj.txt", edit.Name + ".csproj", StringComparison.Ordinal).Replace(".csproj.txt", ".csproj", StringComparison.Ordinal);
                consumer.Write($"{edit.Name}/{name}", File.ReadAllBytes(file));
            }
        }

        consumer.Write(Solution, Encoding.UTF8.GetBytes($"<Solution>\n{string.Concat(Edit.All.Select(edit => $"  <Project Path=\"{edit.Name}/{edit.Name}.csproj\" />\n"))}</Solution>\n"));
    }
}
