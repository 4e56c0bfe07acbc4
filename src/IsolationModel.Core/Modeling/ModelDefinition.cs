namespace IsolationModel.Modeling;

/// <summary>
/// A whole model: data only, immutable, comparable by content, without any place in a text, so that white space never makes it another model.
/// All lists are sorted by id, except levels (weakest first) and technologies (by order, then id).
/// </summary>
/// <param name="Id">Id of the model or of its topmost overlay.</param>
/// <param name="Version">Its version (semantic versioning).</param>
/// <param name="Sources">Where facts come from.</param>
/// <param name="Scales">Ordered lists of levels.</param>
/// <param name="Mechanisms">Ways to isolate.</param>
/// <param name="Attributes">What is known of technologies.</param>
/// <param name="Technologies">The technologies.</param>
/// <param name="Needs">What workloads can need.</param>
/// <param name="Scoring">How technologies are ranked.</param>
/// <param name="Settings">Settings that act on boundaries.</param>
/// <param name="PathLists">Host paths that matter.</param>
/// <param name="NodeFacts">What nodes decide.</param>
/// <param name="Weakenings">What settings do.</param>
/// <param name="Platforms">What starts workloads.</param>
/// <param name="RuntimeNames">What runtime names mean.</param>
/// <param name="NeedSpellings">Foreign annotations that declare needs.</param>
/// <param name="NodeDeclarations">Node facts that somebody vouches for.</param>
public sealed record ModelDefinition(
    string Id,
    string Version,
    EquatableArray<SourceDefinition> Sources,
    EquatableArray<ScaleDefinition> Scales,
    EquatableArray<MechanismDefinition> Mechanisms,
    EquatableArray<AttributeDefinition> Attributes,
    EquatableArray<TechnologyDefinition> Technologies,
    EquatableArray<NeedDefinition> Needs,
    ScoringDefinition Scoring,
    EquatableArray<SettingDefinition> Settings,
    EquatableArray<PathListDefinition> PathLists,
    EquatableArray<NodeFactDefinition> NodeFacts,
    EquatableArray<WeakeningDefinition> Weakenings,
    EquatableArray<PlatformDefinition> Platforms,
    EquatableArray<RuntimeName> RuntimeNames,
    EquatableArray<NeedSpelling> NeedSpellings,
    EquatableArray<NodeFactDeclaration> NodeDeclarations)
{
    /// <summary>Families of technologies, with the comparison of the three.</summary>
    public EquatableArray<FamilyDefinition> Families { get; init; }

    /// <summary>Products that watch workloads or enforce policy.</summary>
    public EquatableArray<ControlDefinition> Controls { get; init; }

    /// <summary>Devices and features of processors.</summary>
    public EquatableArray<HardwareDefinition> Hardware { get; init; }

    /// <summary>Wishes by name.</summary>
    public EquatableArray<GoalDefinition> Goals { get; init; }

    /// <summary>Presets, by order, then id.</summary>
    public EquatableArray<ScenarioDefinition> Scenarios { get; init; }

    /// <summary>Decision trees.</summary>
    public EquatableArray<DecisionTreeDefinition> DecisionTrees { get; init; }

    /// <summary>Technologies that are banned, by their ids.</summary>
    public EquatableArray<ForbiddenTechnology> Forbidden { get; init; }

    /// <summary>Needs of workloads by where they are.</summary>
    public EquatableArray<WorkloadNeeds> WorkloadNeeds { get; init; }

    /// <summary>Pods that admission does not judge by the Pod Security Standards, sorted by id.</summary>
    public EquatableArray<PodSecurityExemption> PodSecurityExemptions { get; init; }

    /// <summary>What layers above may not loosen, sorted by pointer.</summary>
    public EquatableArray<ModelLock> Locks { get; init; }

    /// <summary>Every entry of the catalogue: technologies, platforms, mechanisms, controls, hardware, each in its own order.</summary>
    public IEnumerable<CatalogEntryDefinition> Entries =>
        Technologies.Concat<CatalogEntryDefinition>(Platforms).Concat(Mechanisms).Concat(Controls).Concat(Hardware);

    /// <summary>The id of the attribute that carries the boundary scale; every model has it.</summary>
    public const string BoundaryAttributeId = "boundary";
}
