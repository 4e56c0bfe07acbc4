using System.Runtime.InteropServices;

namespace IsolationModel.Benchmarks.Processes;

/// <summary>The programs that are measured side by side, each as it would be called for a folder or a file. What is not installed is not there.</summary>
internal sealed class CliPrograms
{
    private const string ReadAll = """
        const [modules, root] = process.argv.slice(1);
        const fs = require('fs'), path = require('path'), yaml = require(path.join(modules, 'js-yaml'));
        const visit = at => fs.statSync(at).isDirectory()
          ? fs.readdirSync(at).forEach(name => visit(path.join(at, name)))
          : /\.ya?ml$/i.test(at) && read(at);
        const read = file => { try { yaml.loadAll(fs.readFileSync(file, 'utf8')); } catch { } };
        visit(root);
        """;

    private readonly string _folder = AppContext.BaseDirectory;
    private readonly string? _native;
    private readonly string? _modules;

    /// <summary>Looks for what there is.</summary>
    /// <param name="native">The tool as native code, where it does not lie where publishing puts it.</param>
    /// <param name="modules">The folder <c>node_modules</c> with the peers of npm, or null.</param>
    public CliPrograms(string? native, string? modules)
    {
        _native = native ?? Published();
        _modules = modules is null ? null : Path.GetFullPath(modules);
    }

    /// <summary>The tool as everybody can run it.</summary>
    public MeasuredProcess Portable(params string[] arguments) => new("dotnet", [Path.Combine(_folder, "IsolationModel.Cli.dll"), .. arguments]);

    /// <summary>The tool as native code, where it was published.</summary>
    public MeasuredProcess? Native(params string[] arguments) => _native is null ? null : new(_native, arguments);

    /// <summary>The yardstick for folders: finds, reads and parses the same files with the same threads, and makes nothing of it.</summary>
    public MeasuredProcess Events(string folder) => Own("baseline", folder);

    /// <summary>The yardstick for one file: parses a command line.</summary>
    public MeasuredProcess Empty(string file) => Own("empty", "check", file);

    /// <summary>The peers that are installed.</summary>
    public IEnumerable<(string Name, MeasuredProcess Process)> Peers(string path)
    {
        if (_modules is not null && Directory.Exists(Path.Combine(_modules, "js-yaml")))
        {
            yield return ("js-yaml: reads, makes nothing of it", new("node", ["-e", ReadAll, _modules, path]));
        }

        if (_modules is not null && Path.Combine(_modules, ".bin", "spectral") is var spectral && File.Exists(spectral))
        {
            var glob = Directory.Exists(path) ? $"{path}/**/*.{{yaml,yml}}" : path;
            yield return ("Spectral: three rules", new(spectral, ["lint", "--quiet", "--ruleset", Path.Combine(_folder, "Processes", "spectral.json"), glob]));
        }

        if (IsInstalled("yamllint"))
        {
            yield return ("yamllint: style", new("yamllint", ["-d", "relaxed", path]));
        }
    }

    private MeasuredProcess Own(params string[] arguments) => new("dotnet", [Path.Combine(_folder, "IsolationModel.Benchmarks.dll"), .. arguments]);

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private string? Published()
    {
        for (var folder = _folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "artifacts", "native", "publish", "IsolationModel.Cli", $"release_{RuntimeInformation.RuntimeIdentifier}", "IsolationModel.Cli");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
