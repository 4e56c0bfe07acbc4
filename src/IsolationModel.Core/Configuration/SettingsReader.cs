using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Modeling.Reading;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Configuration;

/// <summary>Reads settings files. Every mistake is located and costs its own key only; what is right counts.</summary>
public static class SettingsReader
{
    private static readonly WordTable<FailThreshold> Thresholds = new()
    {
        ["error"] = FailThreshold.Error,
        ["warning"] = FailThreshold.Warning,
        ["info"] = FailThreshold.Info,
        ["never"] = FailThreshold.Never,
    };

    /// <summary>The names of presets, and where each stands in <see cref="RulePreset.All"/>.</summary>
    private static readonly WordTable<int> Presets = PresetWords();

    private static readonly string[] WhatOverridesSet = ["needs", "level", "scenario", "severity"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path as it shall be shown.</param>
    /// <param name="text">Its text.</param>
    /// <param name="folder">The folder that it lies in, where its path does not say it.</param>
    /// <param name="workingFolder">The folder by which relative paths of judged files are meant.</param>
    public static SettingsReading Read(string path, string text, string? folder = null, string workingFolder = "")
    {
        var findings = new List<Finding>();
        var part = ModelPart.Parse(new ModelText(path, text), findings, PartRules.OfSettings);
        var settings = new IsolationSettings
        {
            Path = path,
            Lines = part.Lines,
            Folder = FilePath.Normalize(folder ?? FilePath.FolderOf(FilePath.Normalize(path))),
            WorkingFolder = FilePath.Normalize(workingFolder),
        };
        if (part.Root is { } root)
        {
            settings = Read(settings, root);
            root.Finish();
        }

        findings.Sort(FindingOrder.Instance);
        return new SettingsReading(settings, findings);
    }

    private static IsolationSettings Read(IsolationSettings settings, ModelObject root)
    {
        root.OptionalString("$schema");
        return settings with
        {
            Keys = root.Members.Select(entry => new PlacedText(entry.Key.Value, entry.Value.Range)).ToList(),
            Paths = root.Has("paths") ? Texts(root, "paths") : null,
            Exclude = Patterns(root, "exclude"),
            Models = Texts(root, "models"),
            Preset = root.Has("preset") && root.Word("preset", Presets) is { } preset ? RulePreset.All[preset] : null,
            Needs = Needs(settings, root, NeedScope.Run, acceptsWeaker: null),
            Severity = SeverityReader.Read(root),
            Overrides = root.Objects("overrides").Select(entry => Override(settings, entry)).ToList(),
            Nodes = Nodes(root),
            KubernetesVersion = KubernetesVersion(root),
            FailOn = root.Has("failOn") ? root.Word("failOn", Thresholds) : null,
            Baseline = Text(root, "baseline"),
            ComposeProjects = ComposeProjects(root),
        };
    }

    private static WordTable<int> PresetWords()
    {
        var words = new WordTable<int>();
        for (var i = 0; i < RulePreset.All.Count; i++)
        {
            words[RulePreset.All[i].Name] = i;
        }

        return words;
    }

    private static SettingsOverride Override(IsolationSettings settings, ModelObject entry)
    {
        if (!entry.Has("paths"))
        {
            entry.Part.Report(entry.Part.Rules.WrongShape, entry.NameRange, "an override needs 'paths': the patterns of the files that it speaks of");
        }

        var paths = Patterns(entry, "paths");
        var needs = Needs(settings, entry, NeedScope.Model, entry.OptionalString("acceptWeaker"));
        var severity = SeverityReader.Read(entry);
        if (!Array.Exists(WhatOverridesSet, entry.Has))
        {
            entry.Part.Report(entry.Part.Rules.WrongShape, entry.NameRange, "an override sets nothing; give needs, a level, a scenario or severity");
        }

        entry.Finish();
        return new SettingsOverride(paths, needs, severity);
    }

    private static List<NeedDeclaration> Needs(IsolationSettings settings, ModelObject entry, NeedScope scope, string? acceptsWeaker)
    {
        var needs = new List<NeedDeclaration>();
        foreach (var need in Scalars(entry, "needs"))
        {
            Add(NeedCarrier.Needs, "needs", need);
        }

        Add(NeedCarrier.Level, "level", Scalar(entry, "level"));
        Add(NeedCarrier.Scenario, "scenario", Scalar(entry, "scenario"));
        return needs;

        void Add(NeedCarrier carrier, string key, DataScalar? text)
        {
            if (text is not null)
            {
                // What of it is not known is told by the check of the settings, and not with each workload.
                needs.Add(new NeedDeclaration(carrier, scope, text.Value, settings.Path, settings.Lines, text.Range, text.ContentStart, acceptsWeaker, key) { IsToldElsewhere = true, IsOfSettings = true });
            }
        }
    }

    private static List<NodeFactSetting> Nodes(ModelObject root)
    {
        var facts = new List<NodeFactSetting>();
        if (root.Object("nodes") is { } nodes)
        {
            foreach (var entry in nodes.Members)
            {
                if (nodes.OptionalBoolean(entry.Key.Value) is { } holds)
                {
                    facts.Add(new NodeFactSetting(entry.Key.Value, holds, entry.Key.Range, entry.Value.Range));
                }
            }
        }

        return facts;
    }

    private static PodSecurityVersion? KubernetesVersion(ModelObject root)
    {
        if (Scalar(root, "kubernetesVersion") is not { } written)
        {
            return null;
        }

        var text = written.Value;
        if (PodSecurityVersion.TryParse(text.StartsWith("v", StringComparison.Ordinal) ? text : "v" + text, out var version))
        {
            return version;
        }

        root.Part.Report(root.Part.Rules.WrongShape, written.Range, $"'{text}' is not a minor version of Kubernetes; write for example '1.30'");
        return null;
    }

    private static List<IReadOnlyList<PlacedText>> ComposeProjects(ModelObject root)
    {
        var projects = new List<IReadOnlyList<PlacedText>>();
        foreach (var item in root.Items("composeProjects"))
        {
            var files = (item as DataSequence)?.Items.OfType<DataScalar>().Where(file => !file.IsPlain && !IsBlank(file)).Select(Place).ToList() ?? [];
            if (files.Count == 0 || files.Count != ((DataSequence)item).Items.Count)
            {
                root.Part.Report(root.Part.Rules.WrongShape, item.Range, "each item of 'composeProjects' must be a list of the files of one project, in the order in which they are loaded");
            }
            else
            {
                projects.Add(files);
            }
        }

        return projects;
    }

    private static List<PathPattern> Patterns(ModelObject entry, string key)
    {
        var patterns = new List<PathPattern>();
        foreach (var item in entry.Strings(key))
        {
            if (PathPattern.Parse(Place(item), out var problem) is { } pattern)
            {
                patterns.Add(pattern);
            }
            else
            {
                entry.Part.Report(entry.Part.Rules.WrongShape, item.Range, problem!);
            }
        }

        return patterns;
    }

    private static List<PlacedText> Texts(ModelObject root, string key) => Scalars(root, key).ConvertAll(Place);

    private static PlacedText? Text(ModelObject root, string key) => Scalar(root, key) is { } text ? Place(text) : null;

    private static List<DataScalar> Scalars(ModelObject entry, string key) => entry.Strings(key).FindAll(item => IsFilled(entry, key, item));

    private static DataScalar? Scalar(ModelObject entry, string key) =>
        entry.OptionalString(key) is not null && entry.Node(key) is DataScalar text && IsFilled(entry, key, text) ? text : null;

    private static bool IsFilled(ModelObject entry, string key, DataScalar text)
    {
        if (!IsBlank(text))
        {
            return true;
        }

        entry.Part.Report(entry.Part.Rules.WrongShape, text.Range, $"'{key}' holds an empty text; leave it out");
        return false;
    }

    private static bool IsBlank(DataScalar text) => text.Value.Trim(' ', '\t', '\r', '\n', ',').Length == 0;

    private static PlacedText Place(DataScalar text) => new(text.Value, text.Range);
}
