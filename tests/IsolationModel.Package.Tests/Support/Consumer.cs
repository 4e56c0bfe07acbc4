namespace IsolationModel.Package.Tests.Support;

/// <summary>A folder outside the repository with one or more projects that use the package.</summary>
internal sealed class Consumer(string folder, string packages)
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Runs a real build.</summary>
    /// <param name="project">The project or solution, relative to the folder.</param>
    /// <param name="arguments">What else the command line says.</param>
    public async Task<BuildLog> BuildAsync(string project, params string[] arguments)
    {
        var log = Path.Combine(folder, $"{Guid.NewGuid():N}.log");
        var (exitCode, output) = await DotNet.RunAsync(
            folder, packages, ["build", project, "--nologo", "-tl:off", "-v:q", $"-flp:LogFile={log};Verbosity=minimal;NoSummary;Encoding=UTF-8", .. arguments]);
        return new BuildLog(exitCode, folder, File.Exists(log) ? await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken) : output);
    }

    /// <summary>Packs a project or solution into a feed.</summary>
    public async Task PackAsync(string project, string feed, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.RunAsync(folder, packages, ["pack", project, "--nologo", "-o", feed, .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Publishes a project into a folder.</summary>
    public async Task PublishAsync(string project, string target, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.RunAsync(folder, packages, ["publish", project, "--nologo", "-c", "Debug", "-o", Path.Combine(folder, target), .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs a built program and returns the lines that it prints.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string assembly, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.RunAsync(folder, packages, ["exec", Path.Combine(folder, assembly), .. arguments]);
        Assert.True(exitCode == 0, output);
        return output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Replaces a text in a file; it must be there.</summary>
    public void Replace(string name, string old, string replacement)
    {
        var path = Path.Combine(folder, name);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
