using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>What else than files can lie in a folder, and what the system does not let us see.</summary>
public sealed class FileSystemTests
{
    private const string Neighbour = "neighbour.yaml(7,1): warning ISM1001: ";

    /// <summary>How many bytes the path of a socket may have on every Unix (<c>sun_path</c>).</summary>
    private const int LongestSocket = 103;

    [Theory]
    [InlineData("pipe")]
    [InlineData("link to pipe")]
    [InlineData("settings link to pipe")]
    [InlineData("socket")]
    [InlineData("loop")]
    [InlineData("dangling")]
    [InlineData("device")]
    [InlineData("folder loop")]
    [InlineData("settings pipe")]
    public async Task What_is_no_file_holds_up_nothing(string what)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such thing on Windows");
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = workspace.PathOf("a.yaml");
        Assert.SkipWhen(what == "socket" && Encoding.UTF8.GetByteCount(path) > LongestSocket, "temporary folders have longer paths here than a socket may have");
        switch (what)
        {
            case "pipe":
                await NamedPipe.CreateAsync(path);
                break;
            case "link to pipe" or "settings link to pipe":
                await NamedPipe.CreateAsync(workspace.PathOf("pipe"));
                File.CreateSymbolicLink(what == "link to pipe" ? path : workspace.PathOf("isolation.json"), "pipe");
                break;
            case "settings pipe":
                await NamedPipe.CreateAsync(workspace.PathOf("isolation.json"));
                break;
            case "socket":
                socket.Bind(new UnixDomainSocketEndPoint(path));
                break;
            case "loop":
                File.CreateSymbolicLink(path, "b.yaml");
                File.CreateSymbolicLink(workspace.PathOf("b.yaml"), "a.yaml");
                break;
            case "folder loop":
                Directory.CreateSymbolicLink(workspace.PathOf("inner"), workspace.Root);
                break;
            default:
                File.CreateSymbolicLink(path, what == "device" ? "/dev/zero" : "nowhere.yaml");
                break;
        }

        var run = workspace.Run("check", ".");

        Assert.Single(run.FindingLines, line => line.StartsWith(Neighbour, StringComparison.Ordinal));
        Assert.Equal(what.StartsWith("settings", StringComparison.Ordinal) ? 2 : 1, run.ExitCode);
        var told = what switch { "loop" => 2, "dangling" or "device" or "settings pipe" or "settings link to pipe" => 1, _ => 0 };
        Assert.Equal(1 + told, run.FindingLines.Count);
    }

    /// <summary>Names that are no UTF-8 cannot be opened under the name that the runtime makes of them; that is told, and nothing else is lost.</summary>
    [Fact]
    public async Task A_name_that_is_no_text_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have no such names");
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe);
        await Shell(workspace.Root, "cp neighbour.yaml \"$(printf 'n\\377.yaml')\"");

        var run = workspace.Run("check", ".");

        // The runtime cannot remove it either.
        await Shell(workspace.Root, "rm n[!e]*");
        Assert.Equal(2, run.FindingLines.Count);
        Assert.Single(run.FindingLines, static line => line.StartsWith("n\ufffd.yaml(1,1): warning ISM9008: the file could not be read: ", StringComparison.Ordinal));
        Assert.Single(run.FindingLines, line => line.StartsWith(Neighbour, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lies_too_deep_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "how long paths may be differs");
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe);
        var name = new string('d', 200);
        await Shell(workspace.Root, $"for i in $(seq 25); do mkdir {name} && cd -P {name} || exit 1; done; printf 'apiVersion: v1\\nkind: Pod\\n' > deep.yaml");
        try
        {
            var run = workspace.Run("check", ".");

            Assert.Single(run.FindingLines, line => line.StartsWith(Neighbour, StringComparison.Ordinal));
            var deep = Assert.Single(run.FindingLines, line => !line.StartsWith(Neighbour, StringComparison.Ordinal));
            Assert.Contains("warning ISM9008: the file could not be read: ", deep, StringComparison.Ordinal);
        }
        finally
        {
            await Shell(workspace.Root, "rm -r d*");
        }
    }

    /// <summary>As somebody who may not read everything; to root nothing is denied.</summary>
    [Fact]
    public async Task What_may_not_be_read_is_told()
    {
        Assert.SkipUnless(Unprivileged.IsPossible, Unprivileged.Why);
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe).Add("secret.yaml", Samples.Unsafe).Add("closed/inner.yaml", Samples.Unsafe).Add("shop.isolation.json", Samples.Overlay);
        await Shell(workspace.Root, "chmod 0755 . && chmod 0600 secret.yaml && chmod 0700 closed");

        var run = await Unprivileged.RunAsync(workspace.Root, "check", ".");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(3, run.FindingLines.Count);
        Assert.Equal("closed(1,1): warning ISM9008: the file could not be read: this folder cannot be searched: access is denied", run.FindingLines[0]);
        Assert.StartsWith(Neighbour, run.FindingLines[1], StringComparison.Ordinal);
        Assert.Equal("secret.yaml(1,1): warning ISM9008: the file could not be read: access is denied", run.FindingLines[2]);

        await Shell(workspace.Root, "chmod 0600 shop.isolation.json");
        var overlay = await Unprivileged.RunAsync(workspace.Root, "check", "neighbour.yaml", "--model", "shop.isolation.json");
        Assert.Equal(2, overlay.ExitCode);
        Assert.Contains("shop.isolation.json(1,1): error ISM0001: the file could not be read: access is denied", overlay.Output, StringComparison.Ordinal);
        Assert.Contains(Neighbour, overlay.Output, StringComparison.Ordinal);
    }

    private static async Task Shell(string folder, string script)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
