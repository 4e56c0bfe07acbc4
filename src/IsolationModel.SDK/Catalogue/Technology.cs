using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>
/// A technology that isolates. The properties for its attributes are generated from the model: <c>Technologies.GVisor.Boundary</c>.
/// Immutable; there is one object for each technology of a model.
/// </summary>
public sealed partial class Technology : CatalogEntry
{
    private readonly TechnologyDefinition _head;
    private readonly ValueSet _values;
    private TechnologyDefinition? _definition;
    private StackLayers? _stack;

    /// <summary>Takes over the values.</summary>
    /// <param name="model">The model that it belongs to.</param>
    /// <param name="head">What generated code holds of it, or all of it.</param>
    /// <param name="values">Its values, sorted by attribute id.</param>
    internal Technology(Model model, TechnologyDefinition head, TechnologyValue[] values)
        : this(model, head, new ValueSet(values))
    {
    }

    private Technology(Model model, TechnologyDefinition head, ValueSet values)
        : base(model, head) => (_head, _values) = (head, values);

    /// <summary>What kind of thing it is: <c>runtime</c>, <c>stack</c>, <c>hypervisor</c>, <c>engine</c>.</summary>
    public string Kind => _head.Kind;

    /// <summary>Id of the mechanism by which it isolates, such as <c>application-kernel</c>.</summary>
    public string MechanismId => _head.MechanismId;

    /// <summary>The mechanism by which it isolates.</summary>
    public Mechanism Mechanism => Model.Mechanism(MechanismId);

    /// <summary>What a stack is made of; null for everything else.</summary>
    public StackLayers? Stack => _stack ??= Definition.Stack is { } stack
        ? new StackLayers(Model.Platform(stack.PlatformId), Model.Technology(stack.RuntimeId), stack.EngineId is { } engine ? Model.Technology(engine) : null)
        : null;

    /// <summary>The hypervisors or virtual machine monitors on which it runs its guests.</summary>
    public IReadOnlyList<Technology> Hypervisors => To<Technology>(RelationKind.Hypervisor);

    /// <summary>The engines in which it runs modules.</summary>
    public IReadOnlyList<Technology> Engines => To<Technology>(RelationKind.Engine);

    /// <summary>Everything that the model says of it, sorted by attribute id.</summary>
    public IReadOnlyList<TechnologyValue> Values => _values.Values;

    /// <summary>The technology as the evaluator reads it; read with the whole model when it is first needed.</summary>
    public TechnologyDefinition Definition => _definition ??= Model.Index.Technology(Id) ?? _head;

    internal override CatalogEntryDefinition Entry => Definition;

    /// <summary>The value of an attribute; one of which nothing is known where the model says nothing.</summary>
    /// <exception cref="InvalidOperationException">The technology's model gives the attribute another kind or other levels than the key's.</exception>
    public TValue Get<TValue>(AttributeKey<TValue> attribute)
        where TValue : TechnologyValue => _values.Get(attribute);

    /// <summary>The value of an attribute by its id, or null where the model says nothing.</summary>
    public TechnologyValue? Find(string attributeId) => _values.Find(attributeId);

    /// <summary>What settings leave of its boundary.</summary>
    public EffectiveBoundary Under(PodSettings settings) => EffectiveBoundary.Of(this, settings);

    /// <summary>The founding document's formula and the companion that orders; null where start-up, loss or memory are unknown.</summary>
    /// <param name="native">How long the work takes without any isolation; one second where nothing is said.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is 0, or no time.</exception>
    public PerformanceEstimate? Performance(Values.Quantity? native = null) => PerformanceEstimate.Of(PerformanceFormula.Of(Definition, PerformanceEstimate.Seconds(native)));

    /// <summary>The same technology as an entry of another model that says the same of it.</summary>
    internal Technology In(Model model) => new(model, _head, _values);
}
