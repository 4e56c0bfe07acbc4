using System.Diagnostics;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>The real git, which decides what a patch is.</summary>
internal static class Git
{
    /// <summary>Applies a patch in a folder that is no repository.</summary>
    public static async Task ApplyAsync(string folder, string patch)
    {
        var start = new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "-"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            StandardInputEncoding = ToolHost.Utf8,
        };
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(patch);
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{error}\n{patch}");
    }
}
