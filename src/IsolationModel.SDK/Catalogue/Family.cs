using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A family of technologies, with its row of the founding document's comparison.</summary>
public sealed class Family
{
    private readonly ValueSet _values;
    private CatalogEntry[]? _members;

    internal Family(Model model, FamilyDefinition definition, ValueSet values) => (Model, Definition, _values) = (model, definition, values);

    /// <summary>The model that it belongs to.</summary>
    public Model Model { get; }

    /// <summary>Id in the model, such as <c>virtualization</c>.</summary>
    public string Id => Definition.Id;

    /// <summary>Display name in English.</summary>
    public string Name => Definition.Name.English;

    /// <summary>What makes a technology one of the family.</summary>
    public string Summary => Definition.Definition;

    /// <summary>What it is used for.</summary>
    public IReadOnlyList<FamilyFit> Fits => Definition.Fits;

    /// <summary>What can be said of the family as a whole, sorted by attribute id.</summary>
    public IReadOnlyList<TechnologyValue> Values => _values.Values;

    /// <summary>The entries that belong to it: technologies in their order, then entries of other kinds.</summary>
    public IReadOnlyList<CatalogEntry> Members => _members ??= [.. Model.Entries.Where(entry => entry.Families.Contains(this))];

    /// <summary>The family as the model holds it.</summary>
    public FamilyDefinition Definition { get; }

    /// <summary>The value of an attribute; one of which nothing is known where the model says nothing.</summary>
    /// <exception cref="InvalidOperationException">The family's model gives the attribute another kind or other levels than the key's.</exception>
    public TValue Get<TValue>(AttributeKey<TValue> attribute)
        where TValue : TechnologyValue => _values.Get(attribute);

    /// <summary>The value of an attribute by its id, or null where the model says nothing.</summary>
    public TechnologyValue? Find(string attributeId) => _values.Find(attributeId);

    /// <summary>The founding document's formula and the companion that orders; null where start-up, loss or memory are unknown.</summary>
    /// <param name="native">How long the work takes without any isolation; one second where nothing is said.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is 0, or no time.</exception>
    public PerformanceEstimate? Performance(Values.Quantity? native = null) => PerformanceEstimate.Of(PerformanceFormula.Of(Definition, PerformanceEstimate.Seconds(native)));

    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Name} ({Id})";
}
