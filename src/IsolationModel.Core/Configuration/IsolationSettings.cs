using IsolationModel.Findings;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Configuration;

/// <summary>
/// What a settings file (<c>isolation.json</c>) says. One file governs a run: the nearest one in the folders above what is judged. Front ends
/// find it; what it means is decided here, so that they cannot disagree.
/// </summary>
public sealed record IsolationSettings
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "isolation.json";

    /// <summary>The settings of those who have none.</summary>
    public static IsolationSettings None { get; } = new();

    /// <summary>The file's path as it shall be shown; empty where there is none.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Whether there is no file.</summary>
    public bool IsNone => Path.Length == 0;

    /// <summary>Turns the file's offsets into lines and columns.</summary>
    public LineMap Lines { get; init; } = LineMap.Empty;

    /// <summary>The normalized folder by which paths and patterns in the file are meant.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>The normalized folder by which relative paths of judged files are meant.</summary>
    public string WorkingFolder { get; init; } = string.Empty;

    /// <summary>The keys of the file with the places of their values, in document order.</summary>
    public IReadOnlyList<PlacedText> Keys { get; init; } = [];

    /// <summary>What is judged where nobody says what; null where the file does not say.</summary>
    public IReadOnlyList<PlacedText>? Paths { get; init; }

    /// <summary>What is not judged although it lies in a folder that is.</summary>
    public IReadOnlyList<PathPattern> Exclude { get; init; } = [];

    /// <summary>The overlays.</summary>
    public IReadOnlyList<PlacedText> Models { get; init; } = [];

    /// <summary>The severities that everything else starts from, with the level that goes with them; null for those of the rules.</summary>
    public RulePreset? Preset { get; init; }

    /// <summary>Needs, a level, a scenario of every workload.</summary>
    public IReadOnlyList<NeedDeclaration> Needs { get; init; } = [];

    /// <summary>How loudly findings are told.</summary>
    public SeverityMap Severity { get; init; } = SeverityMap.Empty;

    /// <summary>What holds for some paths alone, in document order.</summary>
    public IReadOnlyList<SettingsOverride> Overrides { get; init; } = [];

    /// <summary>What holds on the nodes.</summary>
    public IReadOnlyList<NodeFactSetting> Nodes { get; init; } = [];

    /// <summary>The version of the clusters, or null.</summary>
    public PodSecurityVersion? KubernetesVersion { get; init; }

    /// <summary>From which severity on a run fails; null where the file does not say.</summary>
    public FailThreshold? FailOn { get; init; }

    /// <summary>The baseline, or null.</summary>
    public PlacedText? Baseline { get; init; }

    /// <summary>Compose files that are loaded together, each project in the order in which its files are loaded.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedText>> ComposeProjects { get; init; } = [];

    /// <summary>What a path in the file names.</summary>
    public string Resolve(PlacedText path) => FilePath.Resolve(Folder, path.Text);

    /// <summary>Whether a file or folder that was found, and not named, is left alone.</summary>
    /// <param name="path">Its path.</param>
    public bool Excludes(string path) => Exclude.Count > 0 && Below(path) is { } below && Exclude.Any(pattern => pattern.Matches(below));

    /// <summary>Whether a file is one of the overlays.</summary>
    /// <param name="path">Its path.</param>
    public bool ListsModel(string path)
    {
        var full = FilePath.Resolve(WorkingFolder, path);
        return Models.Any(model => string.Equals(Resolve(model), full, StringComparison.Ordinal));
    }

    /// <summary>What the settings declare for the workloads of a file, for all first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sources">Files that the workload is put together from.</param>
    public IEnumerable<NeedDeclaration> NeedsFor(string file, IEnumerable<string> sources)
    {
        var needs = Preset?.Level is { } level ? Needs.Prepend(NeedDeclaration.ForRun(NeedCarrier.Level, level, $"preset {Preset.Name}")) : Needs;
        return Overrides.All(part => part.Needs.Count == 0) ? needs : needs.Concat(OverridesOf([file, .. sources]).SelectMany(part => part.Needs));
    }

    /// <summary>The entry that decides how loudly a rule's findings in a file are told; null where the rule itself does.</summary>
    /// <remarks>The last override that says anything of the rule counts; a rule's id says more than its category, and that more than <c>*</c>.</remarks>
    public SeverityEntry? SeverityOf(RuleDescriptor rule, string file)
    {
        var entry = Severity.Find(rule);
        foreach (var part in OverridesOf([file]))
        {
            entry = part.Severity.Find(rule) ?? entry;
        }

        return entry;
    }

    /// <summary>Findings as loud as the file wants them; what it switches off is left out.</summary>
    public IEnumerable<Finding> Configure(IEnumerable<Finding> findings) =>
        Preset is null && Severity.Entries.Count == 0 && Overrides.All(part => part.Severity.Entries.Count == 0) ? findings : findings.Select(Configure).OfType<Finding>();

    /// <summary>A finding as loud as the file wants it, or null.</summary>
    public Finding? Configure(Finding finding) => SeverityOf(finding.Rule, finding.File)?.Severity switch
    {
        null when Preset is null => finding,
        null => Preset.SeverityOf(finding.Rule) is { } severity ? finding with { Severity = severity } : null,
        ConfiguredSeverity.None => null,
        ConfiguredSeverity.Info => finding with { Severity = FindingSeverity.Info },
        ConfiguredSeverity.Warning => finding with { Severity = FindingSeverity.Warning },
        _ => finding with { Severity = FindingSeverity.Error },
    };

    /// <summary>The overrides that speak of one of some files, in document order.</summary>
    public IEnumerable<SettingsOverride> OverridesOf(IReadOnlyList<string> files)
    {
        if (Overrides.Count == 0)
        {
            return [];
        }

        var below = files.Select(Below).ToList();
        return Overrides.Where(part => below.Exists(part.Covers));
    }

    /// <summary>A path seen from the file's folder; null where it does not lie below it.</summary>
    private string? Below(string path) => path.Length == 0 ? null : FilePath.Below(Folder, FilePath.Resolve(WorkingFolder, path));
}
