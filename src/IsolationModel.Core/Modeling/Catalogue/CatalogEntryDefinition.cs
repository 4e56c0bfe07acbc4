namespace IsolationModel.Modeling;

/// <summary>What every entry of the catalogue tells, whatever its kind.</summary>
/// <param name="Id">Id, unique among the entries of its kind.</param>
/// <param name="Name">Display name.</param>
public abstract record CatalogEntryDefinition(string Id, LocalizedText Name)
{
    /// <summary>What kind of entry it is.</summary>
    public abstract EntryKind EntryKind { get; }

    /// <summary>Other names, sorted.</summary>
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>What it is, in one or two sentences.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Ids of the families that it belongs to, sorted.</summary>
    public EquatableArray<string> Families { get; init; }

    /// <summary>Ids of the sources that name it as one of their subjects, sorted; the founding document above all.</summary>
    public EquatableArray<string> NamedBy { get; init; }

    /// <summary>Whether it is still alive, or null where nothing is known.</summary>
    public EntryStatus? Status { get; init; }

    /// <summary>How it relates to other entries, sorted by relation and target.</summary>
    public EquatableArray<EntryRelation> Relations { get; init; }

    /// <summary>What is known of it in words, in the order of its file.</summary>
    public EquatableArray<EntryFact> Facts { get; init; }

    /// <summary>What was measured, as it was published, in the order of its file.</summary>
    public EquatableArray<EntryFigure> Figures { get; init; }

    /// <summary>How other entries refer to it.</summary>
    public EntryReference Reference => new(EntryKind, Id);
}
