using System.Diagnostics;
using System.IO.Compression;
using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>The package of the tool: packed, installed from a folder as a stranger would, and run.</summary>
public sealed class ToolPackageTests(PackedPackage package)
{
    [Fact]
    public async Task The_tool_installs_from_a_local_feed_and_runs()
    {
        PackageReadme.AssertComplete(package.ToolFile);

        var (installed, installLog) = await package.RunAsync("tool", "install", "IsolationModel.Cli", "--tool-path", "tools", "--version", PackedPackage.Version);
        Assert.True(installed == 0, installLog);

        var program = Path.Combine(package.Folder, "tools", OperatingSystem.IsWindows() ? "isolation.exe" : "isolation");
        Assert.Equal((0, "0.1.0\n"), await RunAsync(program, "--version"));
        var (code, report) = await RunAsync(program, "check", Path.Combine(TestSettings.RepositoryRoot, "tests", "samples", "workers"));
        Assert.Equal(1, code);
        Assert.Contains("ISM1001", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_of_the_library_leads_somewhere() => PackageReadme.AssertComplete(package.File);

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        // The launcher of a tool looks for the runtime where it is installed by default, unless told.
        start.Environment["DOTNET_ROOT"] = DotNet.Root;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    /// <summary>Where a package is shown, the repository is not beside it.</summary>
    private static class PackageReadme
    {
        public static void AssertComplete(string file)
        {
            using var archive = ZipFile.OpenRead(file);
            using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
            var text = reader.ReadToEnd();
            Assert.StartsWith("# IsolationModel.SDK\n", text, StringComparison.Ordinal);
            Assert.EndsWith("names what is shipped of others.\n", text, StringComparison.Ordinal);
            Assert.All(
                text.Split("](").Skip(1).Select(static rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]),
                static link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        }
    }
}
