using IsolationModel.Findings;
using IsolationModel.Modeling.Reading;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>Reads the key <c>severity</c> of settings and of their overrides.</summary>
internal static class SeverityReader
{
    private static readonly WordTable<ConfiguredSeverity> Words = new()
    {
        ["none"] = ConfiguredSeverity.None,
        ["info"] = ConfiguredSeverity.Info,
        ["warning"] = ConfiguredSeverity.Warning,
        ["error"] = ConfiguredSeverity.Error,
    };

    public static SeverityMap Read(ModelObject owner)
    {
        if (owner.Object("severity") is not { } map)
        {
            return SeverityMap.Empty;
        }

        var entries = new List<SeverityEntry>();
        foreach (var entry in map.Members)
        {
            var key = entry.Key.Value;
            var severity = map.Word(key, Words);
            if (Problem(key) is { } problem)
            {
                map.Part.Report(map.Part.Rules.WrongShape, entry.Key.Range, problem);
            }
            else if (severity is not null)
            {
                entries.Add(new SeverityEntry(key, severity.Value, entry.Value.Range));
            }
        }

        return entries.Count == 0 ? SeverityMap.Empty : new SeverityMap(entries);
    }

    private static string? Problem(string key)
    {
        var rules = RuleSet.All;
        var rule = rules.FirstOrDefault(rule => string.Equals(rule.Id, key, StringComparison.Ordinal));
        var model = SeverityMap.NameOf(RuleCategory.Model);
        if (rule is null ? string.Equals(key, model, StringComparison.Ordinal) : !SeverityMap.CanConfigure(rule))
        {
            return $"'{key}' has no severity to set: mistakes in models and settings are always errors";
        }

        var categories = rules.Where(SeverityMap.CanConfigure).Select(known => SeverityMap.NameOf(known.Category)).Distinct(StringComparer.Ordinal).ToList();
        if (rule is not null || categories.Contains(key) || string.Equals(key, SeverityMap.Everything, StringComparison.Ordinal))
        {
            return null;
        }

        var named = rules.FirstOrDefault(known => string.Equals(known.Name, key, StringComparison.OrdinalIgnoreCase));
        var nearest = named?.Id ?? NearestName.Of(key, rules.Where(SeverityMap.CanConfigure).Select(known => known.Id).Concat(categories));
        var hint = nearest is null ? $"write an id such as ISM1001, '*', or one of {string.Join(", ", categories)}" : $"did you mean '{nearest}'?";
        return $"'{key}' is neither a rule nor a category of rules; {hint}";
    }
}
