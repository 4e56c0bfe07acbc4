using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A product that starts or manages workloads. As such it is not scored; what it starts, alone or as a stack, is.</summary>
public sealed class Platform : CatalogEntry
{
    private ValueSet? _values;

    internal Platform(Model model, PlatformDefinition definition)
        : base(model, definition) => Definition = definition;

    /// <summary>What runs where a descriptor picks nothing; null for platforms that no descriptor addresses.</summary>
    public Technology? DefaultTechnology => Definition.DefaultTechnologyId is { } id ? Model.Find(id) : null;

    /// <summary>What it offers: the inverse of <see cref="CatalogEntry.OfferedBy"/>.</summary>
    public IReadOnlyList<CatalogEntry> Offers => From<CatalogEntry>(RelationKind.OfferedBy);

    /// <summary>What it brings along itself, sorted by attribute id.</summary>
    public IReadOnlyList<TechnologyValue> Values => Set.Values;

    /// <summary>The entry as the model holds it.</summary>
    public PlatformDefinition Definition { get; }

    private ValueSet Set => _values ??= Model.Bind(Definition.Values);

    /// <summary>The value of an attribute; one of which nothing is known where the model says nothing.</summary>
    /// <exception cref="InvalidOperationException">The platform's model gives the attribute another kind or other levels than the key's.</exception>
    public TValue Get<TValue>(AttributeKey<TValue> attribute)
        where TValue : TechnologyValue => Set.Get(attribute);

    /// <summary>The value of an attribute by its id, or null where the model says nothing.</summary>
    public TechnologyValue? Find(string attributeId) => Set.Find(attributeId);
}
