using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>What is particular to a kind of JSON file that is read property by property.</summary>
/// <param name="What">What people call such a file.</param>
/// <param name="NotJson">Tells that a file breaks the grammar.</param>
/// <param name="WrongShape">Tells that a property is unknown, missing or wrong.</param>
/// <param name="DuplicateKey">Tells that a key stands twice in an object.</param>
internal sealed record PartRules(string What, RuleDescriptor NotJson, RuleDescriptor WrongShape, RuleDescriptor DuplicateKey)
{
    /// <summary>Model files.</summary>
    public static PartRules OfModels { get; } = new("model file", ModelRules.NotJson, ModelRules.WrongShape, ModelRules.DuplicateId) { HasOperations = true };

    /// <summary>Files of settings, which people write by hand.</summary>
    public static PartRules OfSettings { get; } = new("settings file", SettingsRules.NotJson, SettingsRules.WrongShape, SettingsRules.WrongShape) { HasComments = true };

    /// <summary>Whether <c>$op</c> may stand in an object.</summary>
    public bool HasOperations { get; init; }

    /// <summary>Whether comments and trailing commas may stand in the file.</summary>
    public bool HasComments { get; init; }
}
