using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Generators.Planning;

/// <summary>Plans the files of technologies.</summary>
internal sealed class TechnologyPlanner(ModelDefinition model, ModelNames names, ModelDifference difference, Func<AttributeDefinition, string> keyCode)
{
    private readonly Dictionary<string, AttributeDefinition> _attributes = model.Attributes.ToDictionary(attribute => attribute.Id, StringComparer.Ordinal);

    /// <summary>Plans one file.</summary>
    public TechnologyUnit Plan(TechnologyDefinition technology, CodeHeader header, string className)
    {
        var mechanism = model.Mechanisms.FirstOrDefault(entry => string.Equals(entry.Id, technology.MechanismId, StringComparison.Ordinal));
        var sources = technology.Values
            .SelectMany(value => value.SourceIds)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => id, StringComparer.Ordinal)
            .Select(difference.Source)
            .Where(source => source is not null);
        return new TechnologyUnit(
            header,
            names.ModelCode,
            className,
            names.Technology(technology.Id),
            technology.Id,
            technology.Name,
            technology.Kind,
            technology.MechanismId,
            technology.Order,
            technology.Aliases,
            technology.Families,
            technology.Summary,
            sources.Select(source => source!).ToEquatableArray(),
            technology.Values.Select(Plan).ToEquatableArray(),
            Documentation.Of(technology, mechanism?.Name.English ?? technology.MechanismId));
    }

    private ValueUnit Plan(AttributeValue value)
    {
        var attribute = _attributes[value.AttributeId];
        var scale = difference.ScaleOf(attribute);
        return new ValueUnit(
            keyCode(attribute),
            ValueCode.Of(names, scale, value.Value),
            Code(value.Typical),
            value.Condition,
            value.Note,
            value.Contested,
            value.AsOf,
            value.SourceIds,
            value.Claim is { } claim ? new ClaimUnit(ValueCode.Of(names, scale, claim.Value), Code(claim.Typical), claim.Text, claim.SourceId) : null,
            attribute.Name.English,
            Documentation.Of(value, scale, id => difference.Source(id)?.Title ?? id));
    }

    private static string? Code(QuantityInterval? quantity) => quantity is null ? null : ValueCode.Of(quantity);
}
