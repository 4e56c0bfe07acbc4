using System.ComponentModel;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Makes a technology from generated code; not meant to be called by hand.</summary>
/// <remarks>Members are only ever added, so that code which an older version generated goes on running.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TechnologyBuilder
{
    private readonly Dictionary<string, ModelSource> _sources = new(StringComparer.Ordinal);
    private readonly List<(AttributeKey Key, AttributeValue Value)> _values = [];
    private TechnologyDefinition _definition;

    internal TechnologyBuilder(string id, LocalizedText name, string kind, string mechanismId, int order) =>
        _definition = new TechnologyDefinition(id, name, kind, order, mechanismId, default);

    /// <summary>What it is, in one or two sentences.</summary>
    public TechnologyBuilder Summary(string text) => With(_definition with { Summary = text });

    /// <summary>Other names, sorted.</summary>
    public TechnologyBuilder Aliases(params string[] names) => With(_definition with { Aliases = new EquatableArray<string>(names) });

    /// <summary>Families, sorted.</summary>
    public TechnologyBuilder Families(params string[] names) => With(_definition with { Families = new EquatableArray<string>(names) });

    /// <summary>A source that values cite by its id.</summary>
    public TechnologyBuilder Source(string id, string title, SourceKind kind, string? url, string? asOf, string? publisher)
    {
        _sources[id] = new ModelSource(new SourceDefinition(id, title, kind, url, asOf) { Publisher = publisher });
        return this;
    }

    /// <summary>Begins a value; what follows is said of it. Values come sorted by attribute id.</summary>
    public TechnologyBuilder Value(AttributeKey key, ValueInterval interval)
    {
        _values.Add((key, new AttributeValue(key.Id, interval, null, null, null, default, null, null)));
        return this;
    }

    /// <summary>The typical quantity.</summary>
    public TechnologyBuilder Typical(QuantityInterval quantity) => Last(value => value with { Typical = quantity });

    /// <summary>Under which condition it holds.</summary>
    public TechnologyBuilder Condition(string text) => Last(value => value with { Condition = text });

    /// <summary>What else to know.</summary>
    public TechnologyBuilder Note(string text) => Last(value => value with { Note = text });

    /// <summary>Why the value is disputed.</summary>
    public TechnologyBuilder Contested(string reason) => Last(value => value with { Contested = reason });

    /// <summary>Date of the fact.</summary>
    public TechnologyBuilder AsOf(string date) => Last(value => value with { AsOf = date });

    /// <summary>Ids of the sources, sorted.</summary>
    public TechnologyBuilder From(params string[] sourceIds) => Last(value => value with { SourceIds = new EquatableArray<string>(sourceIds) });

    /// <summary>What a source claims beside the evidence.</summary>
    public TechnologyBuilder Claim(ValueInterval interval, QuantityInterval? typical, string text, string sourceId) =>
        Last(value => value with { Claim = new AttributeClaim(interval, typical, text, sourceId) });

    /// <summary>The technology.</summary>
    /// <param name="model">The model that it belongs to.</param>
    public Technology Build(Model model) =>
        new(model, _definition, [.. _values.Select(entry => entry.Key.Bind(entry.Value, SourcesOf(entry.Value)))]);

    private ModelSource[] SourcesOf(AttributeValue value) =>
        value.SourceIds.Where(_sources.ContainsKey).Select(id => _sources[id]).ToArray();

    private TechnologyBuilder With(TechnologyDefinition definition)
    {
        _definition = definition;
        return this;
    }

    private TechnologyBuilder Last(Func<AttributeValue, AttributeValue> change)
    {
        var (key, value) = _values[_values.Count - 1];
        _values[_values.Count - 1] = (key, change(value));
        return this;
    }
}
