using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A section of the model whose entries become members of a catalogue.</summary>
internal sealed class CatalogKind
{
    private readonly Func<ModelDefinition, IEnumerable<CatalogItem>> _items;

    private CatalogKind(string section, string className, string typeName, string entryKind, string what, Func<ModelDefinition, IEnumerable<CatalogItem>> items) =>
        (Section, ClassName, TypeName, EntryKind, What, _items) = (section, className, typeName, entryKind, what, items);

    /// <summary>Technologies, whose values are code.</summary>
    public static CatalogKind Technologies { get; } = new("technologies", "Technologies", "Technology", "technology", "technologies", model => Of(model.Technologies));

    /// <summary>The others, which are looked up in the model.</summary>
    public static IReadOnlyList<CatalogKind> Others { get; } =
    [
        new("platforms", "Platforms", "Platform", "platform", "platforms", model => Of(model.Platforms)),
        new("mechanisms", "Mechanisms", "Mechanism", "mechanism", "mechanisms", model => Of(model.Mechanisms)),
        new("controls", "Controls", "Control", "control", "controls", model => Of(model.Controls)),
        new("hardware", "HardwareComponents", "HardwareComponent", "hardware", "hardware components", model => Of(model.Hardware)),
        new("families", "Families", "Family", "family", "families", model => model.Families.Select(family => new CatalogItem(family.Id, family.Name, family, Documentation.Of(family)))),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CatalogKind> All { get; } = [Technologies, .. Others];

    /// <summary>The section of the model's files.</summary>
    public string Section { get; }

    /// <summary>The class of the catalogue, without the model's prefix.</summary>
    public string ClassName { get; }

    /// <summary>The type of the entries.</summary>
    public string TypeName { get; }

    /// <summary>What an entry is to tools that read the marks of typed members.</summary>
    public string EntryKind { get; }

    /// <summary>What the entries are, for documentation.</summary>
    public string What { get; }

    /// <summary>The entries, in the order of the model.</summary>
    public IReadOnlyList<CatalogItem> Items(ModelDefinition model) => [.. _items(model)];

    private static IEnumerable<CatalogItem> Of(IEnumerable<CatalogEntryDefinition> entries) =>
        entries.Select(entry => new CatalogItem(entry.Id, entry.Name, entry, Documentation.Of(entry)));
}
