using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>Mistakes in model files. They are found while reading, so these rules are descriptors only.</summary>
public static class ModelRules
{
    /// <summary>The text is not JSON.</summary>
    public static RuleDescriptor NotJson { get; } = Rule(
        "ISM0001", "ModelIsNotJson", "Model file is not JSON", "The file breaks the JSON grammar, so nothing of it can be used.");

    /// <summary>A property is unknown, missing or of the wrong type.</summary>
    public static RuleDescriptor WrongShape { get; } = Rule(
        "ISM0002", "ModelShapeIsWrong", "Model file has a wrong shape", "A property is unknown, missing or has a value that the model language does not allow there.");

    /// <summary>An id names nothing.</summary>
    public static RuleDescriptor UnknownId { get; } = Rule(
        "ISM0003", "ModelIdIsUnknown", "Model refers to something that does not exist", "An attribute, technology, source, level or other id is used that neither this file nor the model below it defines.");

    /// <summary>A quantity cannot be read or measures something else than its attribute.</summary>
    public static RuleDescriptor WrongQuantity { get; } = Rule(
        "ISM0004", "QuantityIsWrong", "Quantity cannot be read or has the wrong dimension", "A quantity needs a number and a unit of the dimension that its attribute measures.");

    /// <summary>An interval's ends are swapped, or a typical value lies outside its interval.</summary>
    public static RuleDescriptor WrongInterval { get; } = Rule(
        "ISM0005", "IntervalIsReversed", "Interval is reversed or does not contain its typical value", "The first end of a range must not be above its second, and a typical value must lie between them.");

    /// <summary>An id is defined twice.</summary>
    public static RuleDescriptor DuplicateId { get; } = Rule(
        "ISM0101", "ModelIdIsDefinedTwice", "Id is defined twice", "A layer may replace an entry of the layer below only by saying so with \"$op\": \"override\"; nothing is overridden in silence.");

    /// <summary>An override names nothing below.</summary>
    public static RuleDescriptor OverrideOfNothing { get; } = Rule(
        "ISM0102", "OverrideOfNothing", "Override of something that does not exist", "\"$op\" names an entry to override or to remove that no layer below defines.");

    /// <summary>An overlay extends a model that is missing or has the wrong version.</summary>
    public static RuleDescriptor WrongBase { get; } = Rule(
        "ISM0103", "ExtendedModelIsMissing", "Extended model is missing or has another version", "An overlay names the model that it extends and a version range; both must match what is there.");

    /// <summary>An overlay loosens or removes something that a model below it locks.</summary>
    public static RuleDescriptor LockedIsLoosened { get; } = Rule(
        "ISM0104", "LockedEntryIsLoosened", "Locked entry is loosened", "A model below locks this entry, so layers above may tighten it, but neither loosen nor remove it.");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<RuleDescriptor> All =>
        [NotJson, WrongShape, UnknownId, WrongQuantity, WrongInterval, DuplicateId, OverrideOfNothing, WrongBase, LockedIsLoosened];

    private static RuleDescriptor Rule(string id, string name, string title, string description) =>
        new(id, name, RuleCategory.Model, FindingSeverity.Error, title, description);
}
