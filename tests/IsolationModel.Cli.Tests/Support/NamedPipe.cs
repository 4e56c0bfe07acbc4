using System.Diagnostics;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>Pipes with a name in the file system.</summary>
internal static class NamedPipe
{
    public static async Task CreateAsync(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
