using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>What a descriptor says of one setting of one container. A setting without a fact has its default.</summary>
public sealed record SettingFact
{
    private SettingFact(string settingId, string? value, IReadOnlyList<SettingItem>? items, TextRange range) =>
        (SettingId, Value, Items, Range) = (settingId, value, items ?? [], range);

    /// <summary>The setting's id in the model.</summary>
    public string SettingId { get; }

    /// <summary>The word of a flag (<c>true</c>, <c>false</c>) or choice; null for lists and where the value cannot be known.</summary>
    public string? Value { get; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<SettingItem> Items { get; }

    /// <summary>Where it is said; for something absent, the key that should have held it.</summary>
    public TextRange Range { get; init; }

    /// <summary>Whether the value, or a part of a list, cannot be known from the text: a placeholder, or something of a wrong type.</summary>
    public bool IsUnresolved { get; private init; }

    /// <summary>The annotation that says it, where the node decides whether annotations count; then it is unresolved until the node is known.</summary>
    public string? Annotation { get; private init; }

    /// <summary>
    /// Why it cannot be known, where that is not a placeholder's fault: a clause without final period. Null otherwise.
    /// </summary>
    public string? Reason { get; private init; }

    /// <summary>How the descriptor's format writes it (<c>pid: host</c>); null where the model's words are those of the format.</summary>
    public string? Shown { get; init; }

    /// <summary>Whether nobody wrote it: it is what the engine does where the descriptor is silent, unless its configuration says otherwise.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The edit that takes the setting back; null where there is none.</summary>
    public TextEdit? Mend { get; init; }

    /// <summary>What holds once the setting is taken out, since the engine does it by itself; null where the model says what holds then.</summary>
    public SettingFact? Otherwise { get; init; }

    /// <summary>A flag.</summary>
    public static SettingFact Flag(string settingId, bool value, TextRange range) => new(settingId, value ? "true" : "false", null, range);

    /// <summary>A choice.</summary>
    public static SettingFact Choice(string settingId, string value, TextRange range) => new(settingId, value, null, range);

    /// <summary>A list; <paramref name="isPartial"/> says that it has more items, which cannot be known from the text, for which there may be a reason.</summary>
    public static SettingFact List(string settingId, IReadOnlyList<SettingItem> items, TextRange range, bool isPartial = false, string? reason = null) =>
        new(settingId, null, items, range) { IsUnresolved = isPartial, Reason = isPartial ? reason : null };

    /// <summary>Something that cannot be known from the text.</summary>
    public static SettingFact Unresolved(string settingId, TextRange range) => new(settingId, null, null, range) { IsUnresolved = true };

    /// <summary>Something that cannot be known from the files.</summary>
    /// <param name="settingId">The setting's id in the model.</param>
    /// <param name="reason">Why: a clause without final period.</param>
    /// <param name="range">Where it is said.</param>
    public static SettingFact Open(string settingId, string reason, TextRange range) => new(settingId, null, null, range) { IsUnresolved = true, Reason = reason };

    /// <summary>A flag that is on where the node takes an annotation.</summary>
    public static SettingFact ByAnnotation(string settingId, string annotation, TextRange range) =>
        new(settingId, null, null, range) { IsUnresolved = true, Annotation = annotation };
}
