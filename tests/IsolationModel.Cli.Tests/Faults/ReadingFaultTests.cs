using System.Text;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>What goes wrong while a file is read costs that file: it is told with its path and the reason, and what others say is not lost.</summary>
public sealed class ReadingFaultTests
{
    private const string Neighbour = "neighbour.yaml(7,1): warning ISM1001: ";

    private const string Json = """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "a", "annotations": { "isolationmodel.dev/level": "high" } }, "spec": { "containers": [] } }""";

    /// <summary>Each with the number of bytes from which on its start says that it is a descriptor; one that is expected to be one needs none.</summary>
    public static TheoryData<string, string, int> Files => new()
    {
        { "pod.yaml", Samples.Mislabelled, 0 },
        { "compose.yaml", "services:\n  web:\n    image: a\n    labels: { isolationmodel.dev/level: high }\n", 0 },
        { "pod.k8s.json", Json, 0 },
        { "pod.json", Json, Json.IndexOf(':', StringComparison.Ordinal) },
    };

    /// <summary>A disk that gives up: after each byte of each file.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void An_input_error_after_any_byte_costs_that_file(string file, string text, int toldFrom)
    {
        using var workspace = new Workspace();
        workspace.Add(file, text).Add("neighbour.yaml", Samples.Unsafe);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var given = 0; given < bytes.Length; given++)
        {
            var run = Run(workspace, file, () => new FaultyFile(bytes, given, new IOException($"Input/output error : '{workspace.PathOf(file)}'"), block: 1 + (given % 7)));

            Assert.Equal(1, run.ExitCode);
            Assert.Single(run.FindingLines, line => line.StartsWith(Neighbour, StringComparison.Ordinal));
            List<string> others = [.. run.FindingLines.Where(line => !line.StartsWith(Neighbour, StringComparison.Ordinal))];
            var told = $"{file}(1,1): warning ISM9008: the file could not be read: Input/output error";
            Assert.Equal(others.Count > 0 || given >= toldFrom ? [told] : [], others);
            Assert.Equal(others.Count > 0 ? 0 : 1, Skipped(run));
        }
    }

    /// <summary>Half of a file may be well-formed, and would pass for the whole.</summary>
    [Fact]
    public void A_file_that_is_shorter_than_it_was_is_read_again()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        var bytes = Encoding.UTF8.GetBytes(Samples.Unsafe);
        for (var given = 0; given < bytes.Length; given++)
        {
            var opened = 0;
            var run = Run(workspace, "pod.yaml", () => new FaultyFile(bytes, ++opened == 1 ? given : bytes.Length));

            Assert.StartsWith("pod.yaml(7,1): warning ISM1001: ", Assert.Single(run.FindingLines), StringComparison.Ordinal);
            Assert.Equal(2, opened);
        }
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public void A_file_that_never_holds_still_is_told(int difference)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe).Add("neighbour.yaml", Samples.Unsafe);
        var bytes = Encoding.UTF8.GetBytes(Samples.Unsafe + "#####");

        var run = Run(workspace, "pod.yaml", () => new FaultyFile(bytes, bytes.Length - 5 + difference));

        Assert.Equal("pod.yaml(1,1): warning ISM9008: the file could not be read: it changes while it is read", run.FindingLines[1]);
        Assert.StartsWith(Neighbour, run.FindingLines[0], StringComparison.Ordinal);
    }

    /// <summary>What happens to a file between the moment in which it is found and the one in which it is opened.</summary>
    [Theory]
    [InlineData("vanishes", "it does not exist any more, or it is a link to nothing")]
    [InlineData("folder", "access is denied")]
    [InlineData("loop", "symbolic links")]
    [InlineData("dangles", "it does not exist any more, or it is a link to nothing")]
    [InlineData("folder vanishes", "it does not exist any more, or it is a link to nothing")]
    public void A_file_that_becomes_something_else_is_told(string what, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Samples.Unsafe).Add("neighbour.yaml", Samples.Unsafe);
        var victim = workspace.PathOf("deploy/pod.yaml");

        var run = Run(workspace, "deploy/pod.yaml", () =>
        {
            File.Delete(victim);
            _ = what switch
            {
                "folder" => Directory.CreateDirectory(victim),
                "loop" => File.CreateSymbolicLink(victim, victim),
                "dangles" => File.CreateSymbolicLink(victim, "nothing"),
                _ => (FileSystemInfo?)null,
            };
            if (what == "folder vanishes")
            {
                Directory.Delete(workspace.PathOf("deploy"));
            }

            return FileOpening.ToRead(victim);
        });

        Assert.StartsWith("deploy/pod.yaml(1,1): warning ISM9008: the file could not be read: ", run.FindingLines[0], StringComparison.Ordinal);
        Assert.Contains(reason, run.FindingLines[0], StringComparison.Ordinal);
        Assert.StartsWith(Neighbour, run.FindingLines[1], StringComparison.Ordinal);
        Assert.Equal(2, run.FindingLines.Count);
    }

    /// <summary>A failure of the product itself is no failure of the file, and is not told as one.</summary>
    [Fact]
    public void A_failure_that_is_none_of_the_system_is_told_as_ours()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = Run(workspace, "pod.yaml", static () => throw new InvalidOperationException("oh"));

        run.AssertRefused("isolation: unforeseen failure, InvalidOperationException: oh");
    }

    private static ToolRun Run(Workspace workspace, string faulty, Func<Stream> open) =>
        workspace.RunOn(path => path == workspace.PathOf(faulty) ? open() : FileOpening.ToRead(path), "check", ".");

    private static int Skipped(ToolRun run) => run.Summary.EndsWith(" 1 file skipped", StringComparison.Ordinal) ? 1 : run.Summary.EndsWith(" 0 files skipped", StringComparison.Ordinal) ? 0 : -1;
}
