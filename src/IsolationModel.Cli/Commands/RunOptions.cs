using IsolationModel.Configuration;
using IsolationModel.Rules;

namespace IsolationModel.Cli.Commands;

/// <summary>What is judged, and by what; the same for every command that judges descriptors.</summary>
/// <param name="Paths">Files, folders, or <c>-</c>, as they were given.</param>
/// <param name="Needs">Lists of needs that hold for every workload.</param>
/// <param name="Level">The security level that holds for every workload, or null.</param>
/// <param name="Scenario">The scenario that holds for every workload, or null.</param>
/// <param name="Models">Overlay files, as they were given.</param>
/// <param name="Day">The day for which bans and suppressions with an end are judged.</param>
internal sealed record RunOptions(
    IReadOnlyList<string> Paths,
    IReadOnlyList<string> Needs,
    string? Level,
    string? Scenario,
    IReadOnlyList<string> Models,
    string Day)
{
    /// <summary>Compose files that are loaded together, as full paths.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ComposeProjects { get; init; } = [];

    /// <summary>The preset of the command line, or null.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>The settings that govern the run, and what is wrong in them.</summary>
    public SettingsReading Settings { get; init; } = new(IsolationSettings.None, []);

    /// <summary>The full paths of the files that were named, or that the settings name, and of the settings.</summary>
    public IEnumerable<string> Files(string currentDirectory)
    {
        var named = Paths.Where(static path => path is not "-").Concat(Models);
        return (Settings.Settings.IsNone ? named : named.Append(Settings.Settings.Path)).Select(path => Path.GetFullPath(path, currentDirectory));
    }
}
