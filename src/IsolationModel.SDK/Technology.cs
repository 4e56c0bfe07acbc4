using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>
/// A technology that isolates. The properties for its attributes are generated from the model: <c>Technologies.GVisor.Boundary</c>.
/// Immutable; there is one object for each technology of a model.
/// </summary>
public sealed partial class Technology
{
    private readonly TechnologyValue[] _values;

    /// <summary>Takes over the values, one for each value of the definition, in its order.</summary>
    internal Technology(TechnologyDefinition definition, TechnologyValue[] values) => (Definition, _values) = (definition, values);

    /// <summary>Id in the model, such as <c>gvisor</c>.</summary>
    public string Id => Definition.Id;

    /// <summary>Display name in English.</summary>
    public string Name => Definition.Name.English;

    /// <summary>Other names, sorted.</summary>
    public IReadOnlyList<string> Aliases => Definition.Aliases;

    /// <summary>What kind of thing it is: <c>runtime</c>, <c>stack</c>, <c>hypervisor</c>, <c>engine</c>.</summary>
    public string Kind => Definition.Kind;

    /// <summary>The families that it belongs to, sorted: <c>virtualization</c>, <c>containerization</c>, <c>sandboxing</c>.</summary>
    public IReadOnlyList<string> Families => Definition.Families;

    /// <summary>Id of the mechanism by which it isolates, such as <c>application-kernel</c>.</summary>
    public string Mechanism => Definition.MechanismId;

    /// <summary>What it is, in one or two sentences.</summary>
    public string Summary => Definition.Summary;

    /// <summary>Everything that the model says of it, sorted by attribute id.</summary>
    public IReadOnlyList<TechnologyValue> Values => _values;

    /// <summary>The technology as the evaluator reads it.</summary>
    public TechnologyDefinition Definition { get; }

    /// <summary>The value of an attribute; one of which nothing is known where the model says nothing.</summary>
    /// <exception cref="InvalidOperationException">The technology's model gives the attribute another kind or other levels than the key's.</exception>
    public TValue Get<TValue>(AttributeKey<TValue> attribute)
        where TValue : TechnologyValue => Find(attribute.Id) switch
        {
            null => attribute.Unknown,
            TValue value when ReferenceEquals(value.Attribute, attribute) => value,
            var value => attribute.Convert(value),
        };

    /// <summary>The value of an attribute by its id, or null where the model says nothing.</summary>
    public TechnologyValue? Find(string attributeId)
    {
        int low = 0, high = _values.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_values[middle].Definition.AttributeId, attributeId);
            if (order == 0)
            {
                return _values[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Name} ({Id})";
}
