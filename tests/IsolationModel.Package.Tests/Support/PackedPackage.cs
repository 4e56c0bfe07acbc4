using IsolationModel.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace IsolationModel.Package.Tests.Support;

/// <summary>
/// The packages, packed once, in a feed of its own, and a folder outside the repository in which projects use it. The package cache is private
/// too: no version that somebody installed before can stand in for the one under test.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];

    private readonly string _root = Path.Combine(Path.GetTempPath(), "isolation-model-package-" + Run);

    /// <summary>A version that is never published, and of no other run: a cache of the machine cannot have it.</summary>
    public static string Version { get; } = "0.1.0-package-test." + Run;

    /// <summary>The folder outside the repository.</summary>
    public string Folder => _root;

    /// <summary>The packed file.</summary>
    public string File => Path.Combine(Feed, $"IsolationModel.SDK.{Version}.nupkg");

    /// <summary>The packed symbols.</summary>
    public string SymbolFile => Path.ChangeExtension(File, ".snupkg");

    /// <summary>The packed tool.</summary>
    public string ToolFile => Path.Combine(Feed, $"IsolationModel.Cli.{Version}.nupkg");

    /// <summary>The folder that consumers use as their only package source.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>What stands for the data of the user.</summary>
    internal string UserData => Path.Combine(_root, "data");

    private string Packages => Path.Combine(_root, "packages");

    /// <summary>Packs.</summary>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{TestSettings.MachinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        // The end of every search for such files; and what all consumers have in common.
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <IsolationModelVersion>{Version}</IsolationModelVersion>
                <MachinePackages>{TestSettings.MachinePackages}</MachinePackages>
                <RoslynVersion>{TestSettings.RoslynVersion}</RoslynVersion>
                <OlderCompilerVersion>{TestSettings.OlderCompilerVersion}</OlderCompilerVersion>
                <UseAppHost>false</UseAppHost>
                <!-- What the compiler says of a generator or an analyzer that fails, or that it cannot load. -->
                <WarningsAsErrors>AD0001;CS8032;CS8785;CS9057</WarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        Assert.Equal(File, await PackAsync("IsolationModel.SDK", "feed"));
        Assert.Equal(ToolFile, await PackAsync("IsolationModel.Cli", "feed"));
    }

    /// <summary>Packs what is built of a project into a folder beside the consumers, and returns the file of the package.</summary>
    internal Task<string> PackAsync(string project, string folder) => PackBuiltAsync(project, folder, $"-p:PackageVersion={Version}");

    /// <summary>The same under the version that is published.</summary>
    internal Task<string> PackAsPublishedAsync(string project, string folder) => PackBuiltAsync(project, folder);

    /// <summary>Builds and packs a project of another copy of the sources, as the documentation tells, but without what changes no byte: analyzers and the audit.</summary>
    internal Task<string> PackCopyAsync(string root, string project, string folder) =>
        PackAsync(root, project, folder, "-p:CI=true", "-p:NuGetAudit=false", "-p:RunAnalyzers=false");

    private Task<string> PackBuiltAsync(string project, string folder, params string[] arguments) =>
        PackAsync(TestSettings.RepositoryRoot, project, folder, ["--no-build", $"-p:RoslynTestVersion={TestSettings.RoslynTestVersion}", .. arguments]);

    private async Task<string> PackAsync(string root, string project, string folder, params string[] arguments)
    {
        var target = Path.Combine(_root, folder);
        var (exitCode, output) = await DotNet.RunAsync(
            root, TestSettings.MachinePackages, ["pack", $"src/{project}", "--nologo", "-c", TestSettings.Configuration, "-o", target, .. arguments]);
        Assert.True(exitCode == 0, output);
        return Assert.Single(Directory.GetFiles(target, project + ".*.nupkg"));
    }

    /// <summary>Runs <c>dotnet</c> in the folder.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = DotNet.Start(_root, Packages, arguments);
        // Programs without a project are built below the data of the user (Windows: below the temporary files), where nobody would clean up.
        start.Environment[OperatingSystem.IsWindows() ? "TMP" : "XDG_DATA_HOME"] = Directory.CreateDirectory(UserData).FullName;
        return DotNet.RunAsync(start);
    }

    /// <summary>Copies a project, or a folder of projects, out of the repository.</summary>
    internal Consumer Copy(string name) => Copy(name, name);

    /// <summary>Copies a project to another place than that of its name.</summary>
    internal Consumer Copy(string name, string place)
    {
        var source = Path.Combine(TestSettings.Consumers, name);
        var target = Path.Combine(_root, place);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return new Consumer(target, Packages);
    }

    /// <summary>Removes everything.</summary>
    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A virus scanner or an indexer has a file open, or git wrote what Windows does not let go: the folder is temporary anyway.
        }

        return ValueTask.CompletedTask;
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_root, name), text.ReplaceLineEndings("\n"));
}
