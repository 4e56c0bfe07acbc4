using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;

namespace IsolationModel.Evaluation;

/// <summary>A model made ready for judging: look-ups by id. Immutable, so threads may share it.</summary>
/// <remarks>Every start of the tool makes one, so its tables are all of one kind: each other kind would be compiled anew then.</remarks>
public sealed class ModelIndex
{
    private readonly Dictionary<string, TechnologyDefinition> _technologies;
    private readonly Dictionary<string, NeedDefinition> _needs;
    private readonly Dictionary<string, AttributeDefinition> _attributes;
    private readonly Dictionary<string, AttributeDefinition> _attributesByToken;
    private readonly Dictionary<string, SettingDefinition> _settings;
    private readonly Dictionary<string, PathListDefinition> _pathLists;
    private readonly Dictionary<string, PlatformDefinition> _platforms;
    private readonly Dictionary<string, SourceDefinition> _sources;
    private readonly Dictionary<string, NodeFactDefinition> _nodeFacts;
    private readonly Dictionary<string, NodeFactDeclaration> _declaredFacts;
    private readonly Dictionary<string, List<RuntimeName>> _runtimeNames;
    private readonly Dictionary<string, List<NeedSpelling>> _needSpellings;
    private readonly HashSet<string> _namedTechnologies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoalDefinition> _goals;
    private readonly Dictionary<string, ScenarioDefinition> _scenarios;
    private readonly Dictionary<string, ForbiddenTechnology> _bans;
    private readonly Dictionary<string, ScoringWeight> _weights;
    private string? _day;

    /// <summary>Indexes a model.</summary>
    public ModelIndex(ModelDefinition definition)
    {
        Definition = definition ?? throw new ArgumentNullException(nameof(definition));
        _technologies = ById(definition.Technologies, entry => entry.Id);
        _needs = ById(definition.Needs, entry => entry.Id);
        _attributes = ById(definition.Attributes, entry => entry.Id);
        _attributesByToken = ById(definition.Attributes, entry => entry.NeedToken);
        _settings = ById(definition.Settings, entry => entry.Id);
        _pathLists = ById(definition.PathLists, entry => entry.Id);
        _platforms = ById(definition.Platforms, entry => entry.Id);
        _sources = ById(definition.Sources, entry => entry.Id);
        _nodeFacts = ById(definition.NodeFacts, entry => entry.Id);
        _declaredFacts = ById(definition.NodeDeclarations, entry => entry.FactId);
        _runtimeNames = By(definition.RuntimeNames, entry => entry.Name);
        _needSpellings = By(definition.NeedSpellings, entry => entry.Key);
        _goals = ById(definition.Goals, entry => entry.Id);
        _scenarios = ById(definition.Scenarios, entry => entry.Id);
        _bans = ById(definition.Forbidden, entry => entry.TechnologyId);
        _weights = ById(definition.Scoring.Weights, entry => entry.AttributeId);
        foreach (var name in definition.RuntimeNames)
        {
            if (name.TechnologyId is { } technology)
            {
                _namedTechnologies.Add(technology);
            }
        }

        var boundary = Attribute(ModelDefinition.BoundaryAttributeId)?.ScaleId;
        BoundaryScale = (boundary is null ? null : Find(ById(definition.Scales, entry => entry.Id), boundary))
            ?? throw new ArgumentException($"the model defines no scale for attribute '{ModelDefinition.BoundaryAttributeId}'", nameof(definition));
    }

    /// <summary>The model.</summary>
    public ModelDefinition Definition { get; }

    /// <summary>The scale of boundaries, weakest first.</summary>
    public ScaleDefinition BoundaryScale { get; }

    /// <summary>The day for which bans and suppressions with an end are judged (yyyy-MM-dd); null for a day before every end.</summary>
    public string? Day { get => _day; init => _day = value; }

    /// <summary>The same model for the bans and suppressions of a day.</summary>
    /// <param name="day">
    /// The day (yyyy-MM-dd). Anything else is no day: bans hold, which is the stricter reading of what cannot be read, and so do suppressions.
    /// </param>
    public ModelIndex On(string? day)
    {
        if (day is null || !ForbiddenTechnology.IsDay(day) || string.Equals(day, Day, StringComparison.Ordinal))
        {
            return this;
        }

        // The tables are the same for all days.
        var other = (ModelIndex)MemberwiseClone();
        other._day = day;
        return other;
    }

    /// <summary>The version of the clusters: policies of the Pod Security Standards that are newer are judged by it, as its admission does.</summary>
    public PodSecurityVersion KubernetesVersion { get; private set; } = PodSecurityVersion.Latest;

    /// <summary>The same model for clusters of a version; null for the newest one that is known.</summary>
    internal ModelIndex On(PodSecurityVersion? version)
    {
        if (version is null || version == KubernetesVersion)
        {
            return this;
        }

        var other = (ModelIndex)MemberwiseClone();
        other.KubernetesVersion = version.Value;
        return other;
    }

    /// <summary>The same model with what somebody vouches for on the nodes; what it declares of other facts still holds.</summary>
    public ModelIndex WithNodeFacts(IReadOnlyList<NodeFactDeclaration> known)
    {
        if (known.Count == 0)
        {
            return this;
        }

        var others = Definition.NodeDeclarations.Where(declared => !known.Any(fact => string.Equals(fact.FactId, declared.FactId, StringComparison.Ordinal)));
        return new ModelIndex(Definition with { NodeDeclarations = others.Concat(known).OrderBy(declared => declared.FactId, StringComparer.Ordinal).ToEquatableArray() }) { Day = Day, KubernetesVersion = KubernetesVersion };
    }

    /// <summary>The words by which a need may limit a quantity.</summary>
    public IEnumerable<string> NeedTokens => _attributesByToken.Keys;

    /// <summary>A technology, or null.</summary>
    public TechnologyDefinition? Technology(string id) => Find(_technologies, id);

    /// <summary>A need, or null.</summary>
    public NeedDefinition? Need(string id) => Find(_needs, id);

    /// <summary>An attribute, or null.</summary>
    public AttributeDefinition? Attribute(string id) => Find(_attributes, id);

    /// <summary>The attribute that a word of a need limits, or null.</summary>
    public AttributeDefinition? AttributeByToken(string token) => Find(_attributesByToken, token);

    /// <summary>A setting, or null.</summary>
    public SettingDefinition? Setting(string id) => Find(_settings, id);

    /// <summary>A list of host paths, or null.</summary>
    public PathListDefinition? PathList(string id) => Find(_pathLists, id);

    /// <summary>A platform, or null.</summary>
    public PlatformDefinition? Platform(string id) => Find(_platforms, id);

    /// <summary>A source, or null.</summary>
    public SourceDefinition? Source(string id) => Find(_sources, id);

    /// <summary>A node fact, or null.</summary>
    public NodeFactDefinition? NodeFact(string id) => Find(_nodeFacts, id);

    /// <summary>Whether a node fact is declared to hold or not to hold; null when nobody vouches for it.</summary>
    public bool? DeclaredFact(string id) => Find(_declaredFacts, id)?.Holds;

    /// <summary>What a runtime name means, or null when the model does not know it.</summary>
    public RuntimeName? RuntimeName(RuntimeNameKind kind, string name) => Find(_runtimeNames, name)?.Find(meaning => meaning.Kind == kind);

    /// <summary>Whether some runtime name selects a technology: others can be bought or built, but no descriptor can pick them.</summary>
    public bool HasRuntimeName(string technologyId) => _namedTechnologies.Contains(technologyId);

    /// <summary>Whether some name that the engine of a platform takes selects a technology.</summary>
    internal bool HasRuntimeName(string technologyId, string platformId) =>
        EngineRuntime.KindsOf(platformId) is not { } kinds
            ? HasRuntimeName(technologyId)
            : Definition.RuntimeNames.Any(name => kinds.Contains(name.Kind) && string.Equals(name.TechnologyId, technologyId, StringComparison.Ordinal));

    /// <summary>A goal, or null.</summary>
    public GoalDefinition? Goal(string id) => Find(_goals, id);

    /// <summary>A scenario, or null.</summary>
    public ScenarioDefinition? Scenario(string id) => Find(_scenarios, id);

    /// <summary>What a scenario requires beside its level, as a need; null where there is no such scenario.</summary>
    public NeedDefinition? ScenarioNeed(string id) => Find(_scenarios, id) is { } scenario ? NeedOf(scenario) : null;

    /// <summary>The ban of a technology that holds on <see cref="Day"/> and in these scenarios, or null.</summary>
    public ForbiddenTechnology? BanOf(string technologyId, IEnumerable<string> scenarioIds) =>
        Find(_bans, technologyId) is { } ban && ban.Holds(Day, scenarioIds) ? ban : null;

    /// <summary>The wish that a goal's word means; its weight is its target unless the model gives another.</summary>
    public ScoringGoal WishOf(GoalDefinition goal, GoalTarget target) =>
        new(goal.AttributeId, target.Grade, Find(_weights, goal.AttributeId)?.Weight ?? target.Grade);

    /// <summary>The wishes of a scenario.</summary>
    public IEnumerable<ScoringGoal> WishesOf(ScenarioDefinition scenario) =>
        scenario.Goals.Select(wish => Goal(wish.GoalId) is { } goal && goal.Find(wish.Word) is { } target ? WishOf(goal, target) : null).OfType<ScoringGoal>();

    /// <summary>The need that a foreign annotation declares, or null.</summary>
    public NeedSpelling? NeedSpelling(string key, string value) => Find(_needSpellings, key)?.Find(spelling => string.Equals(spelling.Value, value, StringComparison.Ordinal));

    private static NeedDefinition NeedOf(ScenarioDefinition scenario)
    {
        var inferred = scenario.Constraints.Where(constraint => constraint.Inferred is not null).Select(constraint => $"{constraint.Text} ({constraint.Inferred})").ToList();
        var rationale = inferred.Count == 0 ? "A preset; beside its level it requires nothing that was inferred." : $"A preset; inferred: {string.Join("; ", inferred)}.";
        return new NeedDefinition(scenario.Id, NeedKind.Scenario, scenario.Name, 0, scenario.Constraints, rationale, scenario.SourceIds);
    }

    private static T? Find<T>(Dictionary<string, T> entries, string id)
        where T : class => entries.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>The entries by what is theirs alone; those that have none are left out.</summary>
    private static Dictionary<string, T> ById<T>(EquatableArray<T> entries, Func<T, string?> id)
        where T : class, IEquatable<T>
    {
        var table = new Dictionary<string, T>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (id(entry) is { } key)
            {
                table.Add(key, entry);
            }
        }

        return table;
    }

    /// <summary>The entries by what several may have in common.</summary>
    private static Dictionary<string, List<T>> By<T>(EquatableArray<T> entries, Func<T, string> name)
        where T : class, IEquatable<T>
    {
        var table = new Dictionary<string, List<T>>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!table.TryGetValue(name(entry), out var same))
            {
                table.Add(name(entry), same = []);
            }

            same.Add(entry);
        }

        return table;
    }
}
