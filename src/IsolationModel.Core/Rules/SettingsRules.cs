using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>Mistakes in settings files (<c>isolation.json</c>). They are found while reading, so these rules are descriptors only.</summary>
public static class SettingsRules
{
    /// <summary>The text is not JSON.</summary>
    public static RuleDescriptor NotJson { get; } = Rule(
        "ISM0201", "SettingsAreNotJson", "Settings file is not JSON", "The file breaks the JSON grammar, comments and trailing commas aside, so nothing of it can be used.");

    /// <summary>A key is unknown, missing or has a wrong value.</summary>
    public static RuleDescriptor WrongShape { get; } = Rule(
        "ISM0202", "SettingsShapeIsWrong", "Settings file has a wrong shape", "A key is unknown, missing, given twice, or has a value that is not allowed there. What is misspelt would be switched off in silence.");

    /// <summary>A name means nothing.</summary>
    public static RuleDescriptor UnknownName { get; } = Rule(
        "ISM0203", "SettingsNameIsUnknown", "Settings name something that does not exist", "A need, level, scenario, node fact or file is named that neither the model nor the run has.");

    /// <summary>The model says otherwise.</summary>
    public static RuleDescriptor Contradiction { get; } = Rule(
        "ISM0204", "SettingsContradictModel", "Settings contradict the model", "An overlay declares a node fact the other way round. Somebody vouches for it there, so the settings do not change it.");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<RuleDescriptor> All => [NotJson, WrongShape, UnknownName, Contradiction];

    private static RuleDescriptor Rule(string id, string name, string title, string description) =>
        new(id, name, RuleCategory.Model, FindingSeverity.Error, title, description);
}
