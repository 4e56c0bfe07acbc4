using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>A set of severities for all rules that a team starts from, and what every workload is held to.</summary>
public sealed class RulePreset
{
    private readonly Func<RuleDescriptor, FindingSeverity?> _severity;

    private RulePreset(string name, string description, string? level, Func<RuleDescriptor, FindingSeverity?> severity)
    {
        (Name, Description, Level) = (name, description, level);
        _severity = severity;
    }

    /// <summary>Only mistakes in model files are told: without them there is no model.</summary>
    public static RulePreset None { get; } = new(
        "none",
        "Nothing is judged; mistakes in model files are told, since code is made from them.",
        null,
        static rule => rule.Category == RuleCategory.Model ? rule.DefaultSeverity : null);

    /// <summary>The rules as they are.</summary>
    public static RulePreset Default { get; } = new(
        "default",
        "The severities of the rules themselves; a workload without needs is not judged.",
        null,
        static rule => rule.DefaultSeverity);

    /// <summary>For a gate: what fails a need is an error, what is not shown to meet it a warning.</summary>
    public static RulePreset Strict { get; } = new(
        "strict",
        "For a gate: what fails or weakens below a need is an error, what is not shown a warning; no workload may hand its host over (level low).",
        "low",
        static rule => rule switch
        {
            { DefaultSeverity: FindingSeverity.Info } => FindingSeverity.Warning,
            { Category: RuleCategory.Suitability or RuleCategory.Weakening, DefaultSeverity: FindingSeverity.Warning } => FindingSeverity.Error,
            _ => rule.DefaultSeverity,
        });

    /// <summary>For a survey: everything is a warning, and every workload is held to the level of an ordinary container.</summary>
    public static RulePreset Audit { get; } = new(
        "audit",
        "For a survey: everything is a warning and stops nothing; every workload is held to what an ordinary container gives with all of its layers (level medium).",
        "medium",
        static rule => rule.Category == RuleCategory.Model ? rule.DefaultSeverity : FindingSeverity.Warning);

    /// <summary>Every preset, in the order in which documents list them.</summary>
    public static IReadOnlyList<RulePreset> All { get; } = [None, Default, Strict, Audit];

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string Description { get; }

    /// <summary>The security level of every workload, on top of what it declares; the stronger level holds. Null for none.</summary>
    public string? Level { get; }

    /// <summary>The preset of a name, or null.</summary>
    public static RulePreset? Find(string name) => All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.Ordinal));

    /// <summary>How loudly it tells the findings of a rule; null for not at all.</summary>
    public FindingSeverity? SeverityOf(RuleDescriptor rule) => _severity(rule);
}
