namespace IsolationModel.Modeling.Reading;

/// <summary>A model while it is read: its sections, filled layer by layer.</summary>
internal sealed class ModelBuilder
{
    public string Id { get; set; } = string.Empty;

    public string Version { get; set; } = string.Empty;

    /// <summary>The models below, by id, with their versions: what an overlay may extend.</summary>
    public SortedDictionary<string, string> Below { get; } = new(StringComparer.Ordinal);

    public ModelSection<SourceDefinition> Sources { get; } = new("source");

    public ModelSection<ScaleDefinition> Scales { get; } = new("scale");

    public ModelSection<MechanismDefinition> Mechanisms { get; } = new("mechanism");

    public ModelSection<AttributeDefinition> Attributes { get; } = new("attribute");

    public ModelSection<SettingDefinition> Settings { get; } = new("setting");

    public ModelSection<PathListDefinition> PathLists { get; } = new("path list");

    public ModelSection<NodeFactDefinition> NodeFacts { get; } = new("node fact");

    public ModelSection<TechnologyDefinition> Technologies { get; } = new("technology");

    public ModelSection<NeedDefinition> Needs { get; } = new("need");

    public ModelSection<GradeBand> Grades { get; } = new("grade band");

    public ModelSection<ScoringGoal> Goals { get; } = new("scoring goal");

    public ModelSection<WeakeningDefinition> Weakenings { get; } = new("weakening");

    public ModelSection<PlatformDefinition> Platforms { get; } = new("platform");

    /// <summary>Runtime names by <c>kind/name</c>, since a class and a handler may share a name.</summary>
    public ModelSection<RuntimeName> RuntimeNames { get; } = new("runtime name");

    public ModelSection<NeedSpelling> NeedSpellings { get; } = new("need spelling");

    public ModelSection<NodeFactDeclaration> Nodes { get; } = new("node fact declaration");

    /// <summary>The scale of the boundary attribute; null until it is read.</summary>
    public ScaleDefinition? BoundaryScale =>
        Attributes.Find(ModelDefinition.BoundaryAttributeId) is { ScaleId: { } scaleId } ? Scales.Find(scaleId) : null;

    public static ModelBuilder StartFrom(ModelDefinition model)
    {
        var builder = new ModelBuilder { Id = model.Id, Version = model.Version };
        builder.Below.Add(model.Id, model.Version);
        Fill(builder.Sources, model.Sources, entry => entry.Id);
        Fill(builder.Scales, model.Scales, entry => entry.Id);
        Fill(builder.Mechanisms, model.Mechanisms, entry => entry.Id);
        Fill(builder.Attributes, model.Attributes, entry => entry.Id);
        Fill(builder.Settings, model.Settings, entry => entry.Id);
        Fill(builder.PathLists, model.PathLists, entry => entry.Id);
        Fill(builder.NodeFacts, model.NodeFacts, entry => entry.Id);
        Fill(builder.Technologies, model.Technologies, entry => entry.Id);
        Fill(builder.Needs, model.Needs, entry => entry.Id);
        Fill(builder.Grades, model.Scoring.Grades, entry => entry.AttributeId);
        Fill(builder.Goals, model.Scoring.Always, entry => entry.AttributeId);
        Fill(builder.Weakenings, model.Weakenings, entry => entry.Id);
        Fill(builder.Platforms, model.Platforms, entry => entry.Id);
        Fill(builder.RuntimeNames, model.RuntimeNames, KeyOf);
        Fill(builder.NeedSpellings, model.NeedSpellings, KeyOf);
        Fill(builder.Nodes, model.NodeDeclarations, entry => entry.FactId);
        return builder;
    }

    public static string KeyOf(RuntimeName name) => $"{name.Kind}/{name.Name}";

    public static string KeyOf(NeedSpelling spelling) => $"{spelling.Key}={spelling.Value}";

    public ModelDefinition Build() => new(
        Id,
        Version,
        Sources.Values.ToEquatableArray(),
        Scales.Values.ToEquatableArray(),
        Mechanisms.Values.ToEquatableArray(),
        Attributes.Values.ToEquatableArray(),
        Technologies.Values.OrderBy(technology => technology.Order).ThenBy(technology => technology.Id, StringComparer.Ordinal).ToEquatableArray(),
        Needs.Values.ToEquatableArray(),
        new ScoringDefinition(Grades.Values.ToEquatableArray(), Goals.Values.ToEquatableArray()),
        Settings.Values.ToEquatableArray(),
        PathLists.Values.ToEquatableArray(),
        NodeFacts.Values.ToEquatableArray(),
        Weakenings.Values.ToEquatableArray(),
        Platforms.Values.ToEquatableArray(),
        RuntimeNames.Values.ToEquatableArray(),
        NeedSpellings.Values.ToEquatableArray(),
        Nodes.Values.ToEquatableArray());

    private static void Fill<T>(ModelSection<T> section, EquatableArray<T> entries, Func<T, string> id)
        where T : class, IEquatable<T>
    {
        foreach (var entry in entries)
        {
            section.AddBase(id(entry), entry);
        }
    }
}
