using IsolationModel.Evaluation;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Modeling.Reading;

/// <summary>A model while it is read: its sections, filled layer by layer.</summary>
internal sealed class ModelBuilder
{
    private const string UsedBelow = "values and needs below refer to it";

    private readonly List<Written<EntryReference>> _references = [];
    private readonly List<Written<string>> _needs = [];

    public ModelBuilder()
    {
        Sources = new("source", Locks) { KeptBecause = UsedBelow };
        Scales = new("scale", Locks) { KeptBecause = UsedBelow };
        Attributes = new("attribute", Locks) { KeptBecause = UsedBelow };
        Families = new("family", Locks) { KeptBecause = UsedBelow };
        Mechanisms = new("mechanism", Locks) { KeptBecause = "technologies and weakenings below refer to it" };
        Settings = new("setting", Locks) { KeptBecause = "weakenings below ask about it" };
        PathLists = new("path list", Locks) { KeptBecause = "weakenings below ask about it" };
        NodeFacts = new("node fact", Locks) { KeptBecause = "weakenings below depend on it" };
        Technologies = new("technology", Locks) { GuardsParts = true };
        Platforms = new("platform", Locks) { KeptBecause = "descriptors are read for it" };
        Controls = new("control", Locks);
        Hardware = new("hardware", Locks);
        Needs = new("need", Locks) { Tightens = Tightening.OfNeeds };
        Goals = new("goal", Locks) { KeptBecause = "scenarios below refer to it" };
        Scenarios = new("scenario", Locks);
        DecisionTrees = new("decision tree", Locks);
        Grades = new("grade band", Locks) { KeptBecause = "rankings rest on it" };
        AlwaysGoals = new("scoring goal", Locks);
        Weights = new("weight", Locks);
        Weakenings = new("weakening", Locks);
        RuntimeNames = new("runtime name", Locks);
        NeedSpellings = new("need spelling", Locks);
        Nodes = new("node fact declaration", Locks);
        Forbidden = new("ban of technology", Locks) { Tightens = Tightening.OfBans };
        WorkloadNeeds = new("workload rule", Locks);
        PodSecurityExemptions = new("Pod Security exemption", Locks);
    }

    public string Id { get; set; } = string.Empty;

    public string Version { get; set; } = string.Empty;

    /// <summary>The models below, by id, with their versions: what an overlay may extend.</summary>
    public SortedMap<string> Below { get; } = new();

    public LockSet Locks { get; } = new();

    /// <summary>The levels that the layer at hand defines or replaces.</summary>
    public List<ModelEntry> LevelsOfLayer { get; } = [];

    public ModelSection<SourceDefinition> Sources { get; }

    public ModelSection<ScaleDefinition> Scales { get; }

    public ModelSection<AttributeDefinition> Attributes { get; }

    public ModelSection<FamilyDefinition> Families { get; }

    public ModelSection<MechanismDefinition> Mechanisms { get; }

    public ModelSection<SettingDefinition> Settings { get; }

    public ModelSection<PathListDefinition> PathLists { get; }

    public ModelSection<NodeFactDefinition> NodeFacts { get; }

    public ModelSection<TechnologyDefinition> Technologies { get; }

    public ModelSection<PlatformDefinition> Platforms { get; }

    public ModelSection<ControlDefinition> Controls { get; }

    public ModelSection<HardwareDefinition> Hardware { get; }

    public ModelSection<NeedDefinition> Needs { get; }

    public ModelSection<GoalDefinition> Goals { get; }

    public ModelSection<ScenarioDefinition> Scenarios { get; }

    public ModelSection<DecisionTreeDefinition> DecisionTrees { get; }

    public ModelSection<GradeBand> Grades { get; }

    public ModelSection<ScoringGoal> AlwaysGoals { get; }

    public ModelSection<ScoringWeight> Weights { get; }

    public ModelSection<WeakeningDefinition> Weakenings { get; }

    /// <summary>Runtime names by <c>kind/name</c>, since a class and a handler may share a name.</summary>
    public ModelSection<RuntimeName> RuntimeNames { get; }

    public ModelSection<NeedSpelling> NeedSpellings { get; }

    public ModelSection<NodeFactDeclaration> Nodes { get; }

    public ModelSection<ForbiddenTechnology> Forbidden { get; }

    public ModelSection<WorkloadNeeds> WorkloadNeeds { get; }

    public ModelSection<PodSecurityExemption> PodSecurityExemptions { get; }

    /// <summary>The scale of the boundary attribute; null until it is read.</summary>
    public ScaleDefinition? BoundaryScale =>
        Attributes.Find(ModelDefinition.BoundaryAttributeId) is { ScaleId: { } scaleId } ? Scales.Find(scaleId) : null;

    public static ModelBuilder StartFrom(ModelDefinition model)
    {
        var builder = new ModelBuilder { Id = model.Id, Version = model.Version };
        builder.Below[model.Id] = model.Version;
        builder.Sources.StartFrom(model.Sources, entry => entry.Id);
        builder.Scales.StartFrom(model.Scales, entry => entry.Id);
        builder.Attributes.StartFrom(model.Attributes, entry => entry.Id);
        builder.Families.StartFrom(model.Families, entry => entry.Id);
        builder.Mechanisms.StartFrom(model.Mechanisms, entry => entry.Id);
        builder.Settings.StartFrom(model.Settings, entry => entry.Id);
        builder.PathLists.StartFrom(model.PathLists, entry => entry.Id);
        builder.NodeFacts.StartFrom(model.NodeFacts, entry => entry.Id);
        builder.Technologies.StartFrom(model.Technologies, entry => entry.Id);
        builder.Platforms.StartFrom(model.Platforms, entry => entry.Id);
        builder.Controls.StartFrom(model.Controls, entry => entry.Id);
        builder.Hardware.StartFrom(model.Hardware, entry => entry.Id);
        builder.Needs.StartFrom(model.Needs, entry => entry.Id);
        builder.Goals.StartFrom(model.Goals, entry => entry.Id);
        builder.Scenarios.StartFrom(model.Scenarios, entry => entry.Id);
        builder.DecisionTrees.StartFrom(model.DecisionTrees, entry => entry.Id);
        builder.Grades.StartFrom(model.Scoring.Grades, entry => entry.AttributeId);
        builder.AlwaysGoals.StartFrom(model.Scoring.Always, entry => entry.AttributeId);
        builder.Weights.StartFrom(model.Scoring.Weights, entry => entry.AttributeId);
        builder.Weakenings.StartFrom(model.Weakenings, entry => entry.Id);
        builder.RuntimeNames.StartFrom(model.RuntimeNames, KeyOf);
        builder.NeedSpellings.StartFrom(model.NeedSpellings, KeyOf);
        builder.Nodes.StartFrom(model.NodeDeclarations, entry => entry.FactId);
        builder.Forbidden.StartFrom(model.Forbidden, entry => entry.TechnologyId);
        builder.WorkloadNeeds.StartFrom(model.WorkloadNeeds, entry => entry.Id);
        builder.PodSecurityExemptions.StartFrom(model.PodSecurityExemptions, entry => entry.Id);
        foreach (var locked in model.Locks)
        {
            builder.Locks.Add(locked, layer: 0);
        }

        return builder;
    }

    public static string KeyOf(RuntimeName name) => $"{name.Kind}/{name.Name}";

    public static string KeyOf(NeedSpelling spelling) => $"{spelling.Key}={spelling.Value}";

    /// <summary>Whether an entry of the catalogue exists by now.</summary>
    public bool Exists(EntryReference reference) => reference.Kind switch
    {
        EntryKind.Technology => Technologies.Find(reference.Id) is not null,
        EntryKind.Platform => Platforms.Find(reference.Id) is not null,
        EntryKind.Mechanism => Mechanisms.Find(reference.Id) is not null,
        EntryKind.Control => Controls.Find(reference.Id) is not null,
        _ => Hardware.Find(reference.Id) is not null,
    };

    /// <summary>Remembers to check a reference once the layer is read: entries refer to each other in any order.</summary>
    public void CheckLater(ModelPart part, TextRange range, EntryReference target) => _references.Add(new Written<EntryReference>(part, range, target));

    /// <summary>Remembers to check needs that the model itself declares.</summary>
    public void CheckLater(ModelPart part, TextRange range, string needs) => _needs.Add(new Written<string>(part, range, needs));

    /// <summary>Checks the needs that the model itself declares by the grammar that descriptors have.</summary>
    public void CheckNeeds(ModelDefinition model)
    {
        if (_needs.Count == 0 || BoundaryScale is null)
        {
            return;
        }

        var index = new ModelIndex(model);
        foreach (var (part, range, text) in _needs)
        {
            foreach (var problem in NeedSet.Combine(index, [NeedDeclaration.ForRun(NeedCarrier.Needs, text)]).Problems)
            {
                part.Report(ModelRules.UnknownId, range, problem.Message);
            }
        }
    }

    /// <summary>Checks what was remembered of entries.</summary>
    public void CheckReferences()
    {
        foreach (var (part, range, target) in _references)
        {
            _ = target.Kind switch
            {
                EntryKind.Technology => Technologies.Check(part, target.Id, range),
                EntryKind.Platform => Platforms.Check(part, target.Id, range),
                EntryKind.Mechanism => Mechanisms.Check(part, target.Id, range),
                EntryKind.Control => Controls.Check(part, target.Id, range),
                _ => Hardware.Check(part, target.Id, range),
            };
        }

        _references.Clear();
    }

    /// <summary>Drops relations to entries that the layer removed, so that a later entry of the same name does not come into them.</summary>
    public void DropDeadRelations()
    {
        if (Technologies.Removed.Count + Controls.Removed.Count + Hardware.Removed.Count > 0)
        {
            Technologies.Change(entry => Removals.Alive(this, entry));
            Platforms.Change(entry => Removals.Alive(this, entry));
            Mechanisms.Change(entry => Removals.Alive(this, entry));
            Controls.Change(entry => Removals.Alive(this, entry));
            Hardware.Change(entry => Removals.Alive(this, entry));
        }
    }

    public ModelDefinition Build() => new(
        Id,
        Version,
        Sources.All,
        Scales.All,
        Mechanisms.All,
        Attributes.All,
        Technologies.Values.OrderBy(technology => technology.Order).ThenBy(technology => technology.Id, StringComparer.Ordinal).ToEquatableArray(),
        Needs.All,
        new ScoringDefinition(Grades.All, AlwaysGoals.All, Weights.All),
        Settings.All,
        PathLists.All,
        NodeFacts.All,
        Weakenings.All,
        Platforms.All,
        RuntimeNames.All,
        NeedSpellings.All,
        Nodes.All)
    {
        Families = Families.All,
        Controls = Controls.All,
        Hardware = Hardware.All,
        Goals = Goals.All,
        Scenarios = Scenarios.Values.OrderBy(scenario => scenario.Order).ThenBy(scenario => scenario.Id, StringComparer.Ordinal).ToEquatableArray(),
        DecisionTrees = DecisionTrees.All,
        Forbidden = Forbidden.All,
        WorkloadNeeds = WorkloadNeeds.All,
        PodSecurityExemptions = PodSecurityExemptions.All,
        Locks = Locks.All.ToEquatableArray(),
    };

    /// <summary>Something that is checked later, and where it stands. A class, as <see cref="ModelEntry"/> is.</summary>
    private sealed class Written<T>(ModelPart part, TextRange range, T what)
    {
        public void Deconstruct(out ModelPart inPart, out TextRange at, out T said) => (inPart, at, said) = (part, range, what);
    }
}
