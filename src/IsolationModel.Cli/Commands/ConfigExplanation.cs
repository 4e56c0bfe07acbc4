using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>Finds out where each setting of a run comes from: <c>--explain-config</c>.</summary>
/// <param name="given">What the command line says by itself.</param>
/// <param name="run">What holds.</param>
/// <param name="currentDirectory">The folder that relative paths start from.</param>
internal sealed class ConfigExplanation(RunOptions given, RunOptions run, string currentDirectory)
{
    private const string CommandLine = "command line";
    private const string Default = "default";
    private const string None = "none";

    private readonly IsolationSettings _settings = run.Settings.Settings;
    private readonly List<ConfigRow> _rows = [];

    /// <summary>The answer.</summary>
    /// <param name="failOn">The word of <c>--fail-on</c>, or null.</param>
    /// <param name="baseline">The file of <c>--baseline</c>, or null.</param>
    /// <exception cref="UsageException">An overlay of the command line is no file.</exception>
    public ConfigAnswer Explain(string? failOn, string? baseline)
    {
        AddPaths();
        Add("exclude", [.. _settings.Exclude.Select(pattern => Row("exclude", pattern.Written))]);
        Add("models", [.. _settings.Models.Select(model => Row("models", model)), .. Given("models", given.Models)]);
        AddOne("preset", given.Preset?.Name, _settings.Keys.Any(static key => key.Text == "preset") ? _settings.Preset?.Name : null, RulePreset.Default.Name);
        AddNeeds("needs", NeedCarrier.Needs, given.Needs);
        Add("level", [.. LevelOfPreset(), .. Needs(_settings.Needs.Where(static need => need.Carrier == NeedCarrier.Level)), .. Given("level", given.Level is null ? [] : [given.Level])]);
        AddNeeds("scenario", NeedCarrier.Scenario, given.Scenario is null ? [] : [given.Scenario]);
        Add("severity", [.. Severities(_settings.Severity)]);
        Add("overrides", [.. _settings.Overrides.Select(part => Row("overrides", part.Paths.Select(static pattern => pattern.Written).ToList()))]);
        Add("nodes", [.. _settings.Nodes.Select(fact => new ConfigRow($"nodes.{fact.FactId}", fact.Holds ? "true" : "false", At(fact.ValueRange)))]);
        AddOne("kubernetesVersion", null, _settings.KubernetesVersion?.ToString(), $"{PodSecurityAdmission.PodSecurityVersion.Latest}");
        Add("composeProjects", [.. _settings.ComposeProjects.Select(project => Row("composeProjects", project)), .. given.ComposeProjects.Select(project => new ConfigRow("composeProjects", string.Join(", ", project.Select(Shown)), CommandLine))]);
        AddOne("baseline", baseline, _settings.Baseline?.Text, None);
        AddOne("failOn", failOn, _settings.FailOn?.ToString().ToLowerInvariant(), FailThreshold.Warning.ToString().ToLowerInvariant());
        return new ConfigAnswer(_settings, _rows, [.. given.Paths.Select(path => (path, For(path)))], Mistakes());
    }

    private void AddPaths()
    {
        if (given.Paths.Count > 0)
        {
            Add("paths", [.. Given("paths", given.Paths)]);
        }
        else if (_settings.Paths is { } paths)
        {
            Add("paths", [.. paths.Select(path => Row("paths", path))]);
        }
        else
        {
            _rows.AddRange(run.Paths.Select(path => new ConfigRow("paths", Shown(path), Default)));
        }
    }

    private void AddNeeds(string key, NeedCarrier carrier, IReadOnlyList<string> options) =>
        Add(key, [.. Needs(_settings.Needs.Where(need => need.Carrier == carrier)), .. Given(key, options)]);

    private IEnumerable<ConfigRow> LevelOfPreset() => _settings.Preset is { Level: { } level } preset ? [new ConfigRow("level", level, $"preset {preset.Name}")] : [];

    private void AddOne(string key, string? option, string? setting, string otherwise)
    {
        var range = _settings.Keys.LastOrDefault(entry => string.Equals(entry.Text, key, StringComparison.Ordinal))?.Range;
        _rows.Add(option is not null ? new ConfigRow(key, option, CommandLine)
            : setting is not null && range is not null ? new ConfigRow(key, setting, At(range.Value))
            : new ConfigRow(key, otherwise, Default));
    }

    /// <summary>A key without any value is told as well, so that nobody has to know which keys there are.</summary>
    private void Add(string key, IReadOnlyList<ConfigRow> rows) => _rows.AddRange(rows.Count > 0 ? rows : [new ConfigRow(key, None, Default)]);

    private List<ConfigRow> For(string path)
    {
        var rows = new List<ConfigRow>();
        if (_settings.Excludes(path))
        {
            rows.Add(new ConfigRow("exclude", Directory.Exists(Path.GetFullPath(path, currentDirectory)) ? "left out, unless it is named" : "left out where it is found in a folder, and judged because it is named", _settings.Path));
        }

        foreach (var part in _settings.OverridesOf([path]))
        {
            rows.AddRange(Needs(part.Needs));
            rows.AddRange(Severities(part.Severity));
        }

        return rows;
    }

    private List<Finding> Mistakes()
    {
        var loaded = OverlayLoader.Load(OverlayLoader.Find(run.Models, currentDirectory));
        var mistakes = new List<Finding>([.. loaded.Findings, .. run.Settings.Findings, .. SettingsCheck.Of(_settings, new ModelIndex(loaded.Model))]);
        mistakes.Sort(FindingOrder.Instance);
        return mistakes;
    }

    private IEnumerable<ConfigRow> Needs(IEnumerable<NeedDeclaration> needs) => needs.Select(need => new ConfigRow(need.Key, need.Text, At(need.Range)));

    private IEnumerable<ConfigRow> Severities(SeverityMap map) =>
        map.Entries.Select(entry => new ConfigRow($"severity.{entry.Key}", entry.Severity.ToString().ToLowerInvariant(), At(entry.Range)));

    private static IEnumerable<ConfigRow> Given(string key, IEnumerable<string> values) => values.Select(value => new ConfigRow(key, value, CommandLine));

    private ConfigRow Row(string key, PlacedText text) => new(key, text.Text, At(text.Range));

    private ConfigRow Row(string key, IReadOnlyList<PlacedText> texts) =>
        new(key, string.Join(", ", texts.Select(static text => text.Text)), texts.Count > 0 ? At(texts[0].Range) : _settings.Path);

    private string Shown(string path) => DisplayPath.Of(Path.GetFullPath(path, currentDirectory), currentDirectory);

    private string At(TextRange range)
    {
        var start = _settings.Lines.GetPosition(range.Start);
        return FindingLine.Place(_settings.Path, start.Line, start.Column);
    }
}
