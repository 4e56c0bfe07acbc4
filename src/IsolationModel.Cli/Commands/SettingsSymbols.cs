using System.CommandLine;
using IsolationModel.Cli.Input;
using IsolationModel.Configuration;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary>The symbols that say which settings file governs a run, and how its values and those of the command line come together.</summary>
internal sealed class SettingsSymbols
{
    private readonly ToolHost _host;

    private readonly Option<string?> _config = new(SettingsFile.Option)
    {
        HelpName = IsolationSettings.FileName,
        Description = $"The settings file of the run. Otherwise it is the nearest {IsolationSettings.FileName} in the folders of the paths and above.",
    };

    private readonly Option<bool> _none = new("--no-config") { Description = $"Runs without {IsolationSettings.FileName}." };

    public SettingsSymbols(ToolHost host, Command command)
    {
        _host = host;
        command.Add(_config);
        command.Add(_none);
    }

    /// <summary>The settings of the run.</summary>
    /// <exception cref="UsageException">There is no such file, or there are two.</exception>
    public SettingsReading Read(ParseResult parsed, IReadOnlyList<string> paths)
    {
        var file = parsed.GetValue(_config);
        return parsed.GetValue(_none)
            ? file is null ? new SettingsReading(IsolationSettings.None, []) : throw new UsageException($"{SettingsFile.Option} and --no-config exclude each other")
            : file is not null ? SettingsFile.Named(file, _host) : SettingsFile.Nearest(paths, _host);
    }

    /// <summary>
    /// What the command line asks for, with what the settings add: their overlays and Compose projects stand before its own, and their paths hold
    /// where it names none.
    /// </summary>
    public static RunOptions Complete(RunOptions options, SettingsReading reading)
    {
        var settings = reading.Settings;
        var findings = new List<Finding>(reading.Findings);
        var paths = options.Paths.Count > 0 ? options.Paths : settings.IsNone ? ["."] : PathsOf(settings, findings);
        foreach (var project in settings.ComposeProjects)
        {
            // Told, but not taken out: the rest would pass for a whole project, here and not in the compiler, which cannot know what exists.
            Existing(settings, project, File.Exists, "file", findings);
        }

        return options with
        {
            Paths = paths,
            Models = [.. Existing(settings, settings.Models, File.Exists, "file", findings), .. options.Models],
            ComposeProjects = [.. settings.ComposeProjects.Select(project => project.Select(settings.Resolve).ToList()), .. options.ComposeProjects],
            Settings = new SettingsReading(settings with { Preset = options.Preset ?? settings.Preset }, findings),
        };
    }

    private static List<string> PathsOf(IsolationSettings settings, List<Finding> findings) => settings.Paths is { } paths
        ? Existing(settings, paths, static path => File.Exists(path) || Directory.Exists(path), "file or folder", findings)
        : [settings.Folder];

    /// <summary>What of some paths exists; the others are told.</summary>
    private static List<string> Existing(IsolationSettings settings, IReadOnlyList<PlacedText> paths, Func<string, bool> exists, string what, List<Finding> findings)
    {
        var existing = new List<string>(paths.Count);
        foreach (var path in paths)
        {
            var full = settings.Resolve(path);
            if (exists(full))
            {
                existing.Add(full);
            }
            else
            {
                findings.Add(SettingsCheck.Missing(settings, path, $"there is no {what} '{path.Text}' beside this one"));
            }
        }

        return existing;
    }
}
