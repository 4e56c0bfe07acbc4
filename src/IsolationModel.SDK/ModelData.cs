using System.ComponentModel;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>What generated code makes models of; not meant to be called by hand.</summary>
/// <remarks>Members are only ever added, so that code which an older version generated goes on running.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelData
{
    /// <summary>Nothing is known.</summary>
    public static ValueInterval Unknown => UnknownInterval.Instance;

    /// <summary>A capability that is there.</summary>
    public static ValueInterval Yes => OrdinalInterval.Yes;

    /// <summary>A capability that is absent.</summary>
    public static ValueInterval No => OrdinalInterval.No;

    /// <summary>A capability that can be configured.</summary>
    public static ValueInterval Configurable => OrdinalInterval.Config;

    /// <summary>A range of levels.</summary>
    public static ValueInterval Levels<TLevel>(TLevel low, TLevel high)
        where TLevel : struct, Enum => new OrdinalInterval(LevelIndex.Of(low), LevelIndex.Of(high));

    /// <summary>A range of quantities in base units.</summary>
    public static QuantityInterval Amounts(Dimension dimension, decimal low, bool lowIsOpen, decimal? high, bool highIsOpen, string text) =>
        new(dimension, low, lowIsOpen, high, highIsOpen, text);

    /// <summary>A set between two bounds; both arrays are sorted.</summary>
    public static ValueInterval Words(string[] has, string[] maybe) =>
        new SetInterval(new EquatableArray<string>(has), new EquatableArray<string>(maybe));

    /// <summary>A level of a scale.</summary>
    public static ScaleLevel Level(string id, string name, string? chineseName, string definition) =>
        new(id, new LocalizedText(name, chineseName), definition);

    /// <summary>A scale; its levels come weakest first.</summary>
    public static ScaleDefinition Scale(string id, string name, string? chineseName, string definition, params ScaleLevel[] levels) =>
        new(id, new LocalizedText(name, chineseName), definition, new EquatableArray<ScaleLevel>(levels));

    /// <summary>An attribute whose values are levels of a scale.</summary>
    public static ScaleKey<TLevel> ScaleKey<TLevel>(
        string id, string name, string? chineseName, string definition, ScaleDefinition scale, bool higherIsBetter, string? needToken)
        where TLevel : struct, Enum =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Scale, definition, scale.Id, null, higherIsBetter, default, needToken, null), scale);

    /// <summary>An attribute whose values are numbers with a unit.</summary>
    public static QuantityKey QuantityKey(
        string id, string name, string? chineseName, string definition, Dimension dimension, bool higherIsBetter, string? needToken, string? unit) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Quantity, definition, null, dimension, higherIsBetter, default, needToken, unit));

    /// <summary>An attribute that a technology has, lacks, or has under a condition.</summary>
    public static CapabilityKey CapabilityKey(string id, string name, string? chineseName, string definition, string? needToken) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Capability, definition, null, null, true, default, needToken, null));

    /// <summary>An attribute whose values are sets of words; they come sorted.</summary>
    public static SetKey SetKey(string id, string name, string? chineseName, string definition, string? needToken, params string[] vocabulary) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Set, definition, null, null, true, new EquatableArray<string>(vocabulary), needToken, null));

    /// <summary>Begins a technology.</summary>
    public static TechnologyBuilder Technology(string id, string name, string? chineseName, string kind, string mechanism, int order) =>
        new(id, new LocalizedText(name, chineseName), kind, mechanism, order);

    /// <summary>A model whose technologies are generated code; what its overlays say beside them is read when it is first needed.</summary>
    public static Model Model(
        string id, string version, string contentHash, Func<IReadOnlyList<Technology>> technologies, Func<string, Technology?> find, Func<string[]> overlays) =>
        new(id, version, contentHash, technologies, find, () => IsolationModel.Model.Extend(overlays()));
}
