using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Input;

/// <summary>The settings file (<c>isolation.json</c>) that governs a run.</summary>
internal static class SettingsFile
{
    public const string Option = "--config";

    private const string StandardInput = "-";

    private static readonly SettingsReading Nothing = new(IsolationSettings.None, []);

    /// <summary>Reads the file that is named.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static SettingsReading Named(string file, ToolHost host)
    {
        var path = InputSearch.Exists(file, host.CurrentDirectory) ? Path.GetFullPath(file, host.CurrentDirectory) : null;
        return path is null ? throw new UsageException($"{Option}: there is no file '{file}'")
            : Directory.Exists(path) ? throw new UsageException($"{Option}: '{file}' is a folder; name the file in it")
            : Read(path, host, isNamed: true);
    }

    /// <summary>Reads the nearest file in the folders of what is checked and above; without one, there are no settings.</summary>
    /// <exception cref="UsageException">Different files are nearest to different paths, but a run has one.</exception>
    public static SettingsReading Nearest(IReadOnlyList<string> paths, ToolHost host)
    {
        var currentDirectory = host.CurrentDirectory;
        var (found, of) = (default(string), string.Empty);
        foreach (var path in paths.Count == 0 ? [StandardInput] : paths)
        {
            if (Above(path, host) is not { } nearest || string.Equals(nearest, found, StringComparison.Ordinal))
            {
                continue;
            }

            if (found is not null)
            {
                throw new UsageException(
                    $"{DisplayPath.Of(found, currentDirectory)} governs '{of}', and {DisplayPath.Of(nearest, currentDirectory)} governs '{path}', but a run has one settings file; "
                    + $"check them in two runs, or name one file with {Option}");
            }

            (found, of) = (nearest, path);
        }

        return found is null ? Nothing : Read(found, host, isNamed: false);
    }

    private static string? Above(string path, ToolHost host)
    {
        var start = path.Contains('\0', StringComparison.Ordinal) || path is "" or StandardInput ? host.CurrentDirectory : Path.GetFullPath(path, host.CurrentDirectory);
        for (var folder = Directory.Exists(start) ? start : Path.GetDirectoryName(start); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, IsolationSettings.FileName);
            // A link that leads nowhere governs as well: what it would say is not known. So does what an editor holds and nobody has saved yet. A folder says nothing.
            if (File.Exists(file) || (new FileInfo(file).LinkTarget is not null && !Directory.Exists(file)) || host.Texts?.ContainsKey(file) == true)
            {
                return file;
            }
        }

        return null;
    }

    private static SettingsReading Read(string path, ToolHost host, bool isNamed)
    {
        var findings = new List<Finding>();
        var file = new InputFile(path, DisplayPath.Of(path, host.CurrentDirectory), DescriptorExpectation.Expected, isNamed);
        // A file that cannot be read governs all the same: what it would say is not known, so the run must not pass.
        var reading = SettingsReader.Read(file.DisplayPath, JsonFile.Read(file, SettingsRules.NotJson, findings, host.Texts) ?? "{}", Path.GetDirectoryName(path), host.CurrentDirectory);
        return reading with { Findings = [.. findings, .. reading.Findings] };
    }
}
