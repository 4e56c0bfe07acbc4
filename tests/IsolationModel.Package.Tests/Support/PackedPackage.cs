using IsolationModel.Package.Tests.Support;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace IsolationModel.Package.Tests.Support;

/// <summary>
/// The package, packed once, in a feed of its own, and a folder outside the repository in which projects use it. The package cache is private
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

    /// <summary>The folder that consumers use as their only package source.</summary>
    public string Feed => Path.Combine(_root, "feed");

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
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        var (exitCode, output) = await DotNet.RunAsync(
            TestSettings.RepositoryRoot,
            TestSettings.MachinePackages,
            "pack",
            "src/IsolationModel.SDK/IsolationModel.SDK.csproj",
            "--no-build",
            "--nologo",
            "-c",
            TestSettings.Configuration,
            "-o",
            Feed,
            $"-p:PackageVersion={Version}",
            $"-p:RoslynTestVersion={TestSettings.RoslynTestVersion}");
        Assert.True(exitCode == 0, output);
        Assert.True(System.IO.File.Exists(File), output);
    }

    /// <summary>Runs <c>dotnet</c> in the folder.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => DotNet.RunAsync(_root, Packages, arguments);

    /// <summary>Copies a project, or a folder of projects, out of the repository.</summary>
    internal Consumer Copy(string name)
    {
        var source = Path.Combine(TestSettings.Consumers, name);
        var target = Path.Combine(_root, name);
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
        catch (IOException)
        {
            // A virus scanner or an indexer has a file open: the folder is temporary anyway.
        }

        return ValueTask.CompletedTask;
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_root, name), text.ReplaceLineEndings("\n"));
}
