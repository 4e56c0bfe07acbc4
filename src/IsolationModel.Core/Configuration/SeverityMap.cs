using IsolationModel.Findings;

namespace IsolationModel.Configuration;

/// <summary>How loudly findings are told, by rule, by category, or for all; the most specific entry counts.</summary>
/// <param name="Entries">What was written, in document order.</param>
public sealed record SeverityMap(IReadOnlyList<SeverityEntry> Entries)
{
    /// <summary>The key that speaks for every rule.</summary>
    public const string Everything = "*";

    /// <summary>A map that says nothing.</summary>
    public static SeverityMap Empty { get; } = new([]);

    /// <summary>The name by which a category is written.</summary>
    public static string NameOf(RuleCategory category) => category.ToString().ToLowerInvariant();

    /// <summary>Whether a rule can be configured: what makes a model or settings incomplete is always an error.</summary>
    public static bool CanConfigure(RuleDescriptor rule) => rule.Category != RuleCategory.Model;

    /// <summary>The entry that counts for a rule, or null.</summary>
    public SeverityEntry? Find(RuleDescriptor rule)
    {
        if (Entries.Count == 0 || !CanConfigure(rule))
        {
            return null;
        }

        return Entry(rule.Id) ?? Entry(NameOf(rule.Category)) ?? Entry(Everything);
    }

    /// <summary>As everywhere in JSON, the last of equal keys counts.</summary>
    private SeverityEntry? Entry(string key) => Entries.LastOrDefault(entry => string.Equals(entry.Key, key, StringComparison.Ordinal));
}
