using IsolationModel.Cli.Output;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Something of the catalogue that can be shown: an entry, or a family.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Section">The word that stands before its id in references: <c>technology</c>, <c>platform</c>, ..., <c>family</c>.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Values">Its attributes' values.</param>
internal sealed record Subject(string Id, LocalizedText Name, string Section, string Kind, EquatableArray<AttributeValue> Values)
{
    private const string FamilyWord = "family";

    /// <summary>The entry; null for a family.</summary>
    public CatalogEntryDefinition? Entry { get; private init; }

    /// <summary>The family; null for an entry.</summary>
    public FamilyDefinition? Family { get; private init; }

    /// <summary><c>technology/gvisor</c>.</summary>
    public string Reference => $"{Section}/{Id}";

    public static Subject Of(CatalogEntryDefinition entry)
    {
        var values = entry switch { TechnologyDefinition technology => technology.Values, PlatformDefinition platform => platform.Values, _ => default };
        return new Subject(entry.Id, entry.Name, EntryReference.WordOf(entry.EntryKind), Words.KindOf(entry), values) { Entry = entry };
    }

    public static Subject Of(FamilyDefinition family) => new(family.Id, family.Name, FamilyWord, FamilyWord, family.Values) { Family = family };

    /// <summary>The value of an attribute, or null.</summary>
    public AttributeValue? Find(string attributeId) => Values.FirstOrDefault(value => string.Equals(value.AttributeId, attributeId, StringComparison.Ordinal));
}
