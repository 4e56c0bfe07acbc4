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
        string id, string name, string? chineseName, string definition, ScaleDefinition scale, bool higherIsBetter, string? needToken, Composition composition)
        where TLevel : struct, Enum =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Scale, definition, scale.Id, null, higherIsBetter, default, needToken, null) { Composition = composition }, scale);

    /// <summary>An attribute whose values are numbers with a unit.</summary>
    public static QuantityKey QuantityKey(
        string id, string name, string? chineseName, string definition, Dimension dimension, bool higherIsBetter, string? needToken, string? unit, Composition composition) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Quantity, definition, null, dimension, higherIsBetter, default, needToken, unit) { Composition = composition });

    /// <summary>An attribute that a technology has, lacks, or has under a condition.</summary>
    public static CapabilityKey CapabilityKey(string id, string name, string? chineseName, string definition, string? needToken, Composition composition) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Capability, definition, null, null, true, default, needToken, null) { Composition = composition });

    /// <summary>An attribute whose values are sets of words; they come sorted.</summary>
    public static SetKey SetKey(string id, string name, string? chineseName, string definition, string? needToken, Composition composition, params string[] vocabulary) =>
        new(new AttributeDefinition(id, new LocalizedText(name, chineseName), AttributeKind.Set, definition, null, null, true, new EquatableArray<string>(vocabulary), needToken, null) { Composition = composition });

    /// <summary>Begins a technology.</summary>
    public static TechnologyBuilder Technology(string id, string name, string? chineseName, string kind, string mechanism, int order) =>
        new(id, new LocalizedText(name, chineseName), kind, mechanism, order);

    /// <summary>A model whose technologies are generated code; what its overlays say beside them is read when it is first needed.</summary>
    public static Model Model(
        string id, string version, string contentHash, Func<IReadOnlyList<Technology>> technologies, Func<string, Technology?> find, Func<string[]> overlays) =>
        new(id, version, contentHash, technologies, find, () => IsolationModel.Model.Extend(overlays()));

    /// <summary>A technology of which a model says the same as the model below; one object, whoever asks first.</summary>
    public static Technology In(ref Technology? field, Model model, Technology below) =>
        Volatile.Read(ref field) ?? Interlocked.CompareExchange(ref field, below.In(model), null) ?? field;

    /// <summary>A platform that the model has.</summary>
    public static Platform Platform(Model model, string id) => model.Contents.Platforms[id];

    /// <summary>A mechanism that the model has.</summary>
    public static Mechanism Mechanism(Model model, string id) => model.Contents.Mechanisms[id];

    /// <summary>A control that the model has.</summary>
    public static Control Control(Model model, string id) => model.Contents.Controls[id];

    /// <summary>A hardware component that the model has.</summary>
    public static HardwareComponent HardwareComponent(Model model, string id) => model.Contents.Hardware[id];

    /// <summary>A family that the model has.</summary>
    public static Family Family(Model model, string id) => model.Contents.Families[id];

    /// <summary>A threat that the model has.</summary>
    public static Threat Threat(Model model, string id) => model.Contents.Threats[id];

    /// <summary>A level that the model has.</summary>
    public static SecurityLevel Level(Model model, string id) => model.Contents.Levels[id];

    /// <summary>A scenario that the model has.</summary>
    public static Scenario Scenario(Model model, string id) => model.Contents.Scenarios[id];

    /// <summary>A compatibility need that the model has.</summary>
    public static CompatibilityNeed Compatibility(Model model, string id, string? word) => new(model, model.Contents.Compatibility[id], word);

    /// <summary>A level of the Pod Security Standards that the model has.</summary>
    public static PodSecurityStandard PodSecurity(Model model, string id, string choice) => new(model, model.Contents.PodSecurity[id], choice, null);

    /// <summary>A wish that the model has.</summary>
    public static Wish Wish(Model model, string goalId, string word) => IsolationModel.Wish.Of(model, goalId, word);

    /// <summary>A decision tree that the model has.</summary>
    public static DecisionTree DecisionTree(Model model, string id) => model.Contents.Trees[id];

    /// <summary>A question of a decision tree that the model has.</summary>
    public static TreeQuestion Question(Model model, string treeId, string id) => model.Contents.Trees[treeId].Question(id);
#if NET8_0_OR_GREATER

    /// <summary>UTF-8 as UTF-16 in a buffer; nothing where it does not fit or is no UTF-8. Allocates nothing.</summary>
    public static ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8, Span<char> buffer) =>
        System.Text.Unicode.Utf8.ToUtf16(utf8, buffer, out _, out var length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done ? buffer[..length] : [];
#endif
}
