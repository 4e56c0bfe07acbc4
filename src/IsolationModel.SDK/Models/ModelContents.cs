using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>What a model holds beside its technologies, as typed objects; made when the first of it is asked for.</summary>
internal sealed class ModelContents
{
    private readonly Dictionary<string, AttributeKey> _keys;
    private readonly ILookup<(RelationKind, EntryReference), EntryReference> _relations;

    public ModelContents(Model model)
    {
        var definition = model.Index.Definition;
        var scales = definition.Scales.ToDictionary(scale => scale.Id, StringComparer.Ordinal);
        _keys = definition.Attributes.ToDictionary(attribute => attribute.Id, attribute => KeyOf(attribute, scales), StringComparer.Ordinal);
        _relations = definition.Entries
            .SelectMany(entry => entry.Relations.Select(relation => (Key: (relation.Relation, relation.Target), Source: entry.Reference)))
            .OrderBy(link => link.Source)
            .ToLookup(link => link.Key, link => link.Source);
        Sources = Table(model, "source", definition.Sources, source => source.Id, source => new ModelSource(source));
        Platforms = Table(model, "platform", definition.Platforms, entry => entry.Id, entry => new Platform(model, entry));
        Mechanisms = Table(model, "mechanism", definition.Mechanisms, entry => entry.Id, entry => new Mechanism(model, entry));
        Controls = Table(model, "control", definition.Controls, entry => entry.Id, entry => new Control(model, entry));
        Hardware = Table(model, "hardware component", definition.Hardware, entry => entry.Id, entry => new HardwareComponent(model, entry));
        // Families make their values at once, by what is already there.
        Families = Table(model, "family", definition.Families, family => family.Id, family => new Family(model, family, new ValueSet(Bind(family.Values))));
        Threats = Table(model, "threat", OfKind(definition, NeedKind.Threat), need => need.Id, need => new Threat(model, need));
        Levels = Table(model, "level", OfKind(definition, NeedKind.Level), need => need.Id, need => new SecurityLevel(model, need));
        Compatibility = Table(model, "compatibility need", OfKind(definition, NeedKind.Compatibility), need => need.Id, need => need);
        PodSecurity = Table(model, "pod security need", OfKind(definition, NeedKind.PodSecurity), need => need.Id, need => need);
        Scenarios = Table(model, "scenario", definition.Scenarios, scenario => scenario.Id, scenario => new Scenario(model, scenario));
        Trees = Table(model, "decision tree", definition.DecisionTrees, tree => tree.Id, tree => new DecisionTree(model, tree));
    }

    public ModelTable<ModelSource> Sources { get; }

    public ModelTable<Platform> Platforms { get; }

    public ModelTable<Mechanism> Mechanisms { get; }

    public ModelTable<Control> Controls { get; }

    public ModelTable<HardwareComponent> Hardware { get; }

    public ModelTable<Family> Families { get; }

    public ModelTable<Threat> Threats { get; }

    public ModelTable<SecurityLevel> Levels { get; }

    public ModelTable<NeedDefinition> Compatibility { get; }

    public ModelTable<NeedDefinition> PodSecurity { get; }

    public ModelTable<Scenario> Scenarios { get; }

    public ModelTable<DecisionTree> Trees { get; }

    /// <summary>The key of an attribute.</summary>
    public AttributeKey Key(string attributeId) => _keys[attributeId];

    /// <summary>Makes typed values.</summary>
    public TechnologyValue[] Bind(EquatableArray<AttributeValue> values) => [.. values.Select(value => Key(value.AttributeId).Bind(value, SourcesOf(value)))];

    /// <summary>What relates to an entry, sorted by kind and id.</summary>
    public IEnumerable<EntryReference> SourcesOf(RelationKind relation, EntryReference target) => _relations[(relation, target)].Distinct();

    /// <summary>Whether a typed value means the same in this model.</summary>
    public bool IsSame(TechnologyValue value) =>
        _keys.TryGetValue(value.Attribute.Id, out var key)
        && ReferenceEquals(key, value.Attribute)
        && value.Sources.All(source => Sources.Find(source.Id) is { } current && current.Definition == source.Definition);

    private ModelSource[] SourcesOf(AttributeValue value) => [.. value.SourceIds.Select(Sources.Find).OfType<ModelSource>()];

    private static IEnumerable<NeedDefinition> OfKind(ModelDefinition definition, NeedKind kind) =>
        definition.Needs.Where(need => need.Kind == kind).OrderBy(need => need.Order).ThenBy(need => need.Id, StringComparer.Ordinal);

    private static ModelTable<T> Table<TDefinition, T>(Model model, string what, IEnumerable<TDefinition> definitions, Func<TDefinition, string> id, Func<TDefinition, T> make)
        where T : class => new(model, what, [.. definitions.Select(definition => (id(definition), make(definition)))]);

    /// <summary>The key that was generated for the attribute where it still fits, so that typed properties find their values.</summary>
    private static AttributeKey KeyOf(AttributeDefinition attribute, Dictionary<string, ScaleDefinition> scales)
    {
        var scale = attribute.ScaleId is { } id && scales.TryGetValue(id, out var found) ? found : null;
        if (Attributes.Find(attribute.Id) is { } known && known.Definition == attribute && known.Scale == scale)
        {
            return known;
        }

        return attribute.Kind switch
        {
            AttributeKind.Scale => new ScaleKey(attribute, scale!),
            AttributeKind.Quantity => new QuantityKey(attribute),
            AttributeKind.Capability => new CapabilityKey(attribute),
            _ => new SetKey(attribute),
        };
    }
}
