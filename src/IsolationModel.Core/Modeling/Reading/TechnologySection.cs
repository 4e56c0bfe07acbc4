using IsolationModel.Data;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads technologies with their attribute values.</summary>
internal static class TechnologySection
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in root.MapOfIds("technologies"))
        {
            var below = entry.IsOverride ? builder.Technologies.Find(id) : null;
            if (entry.IsOverride && below is null)
            {
                // What it lacks would be told as well, but only the name is wrong.
                builder.Technologies.MayAdd(id, entry);
                continue;
            }

            var technology = below is null ? ReadNew(builder, id, entry) : ReadOverride(builder, below, entry);
            entry.Finish();
            VocabularySections.AddTo(builder.Technologies, id, technology, entry);
        }
    }

    private static TechnologyDefinition? ReadNew(ModelBuilder builder, string id, ModelObject entry)
    {
        var name = entry.RequiredText("name");
        var kind = entry.RequiredString("kind");
        var mechanism = entry.RequiredString("mechanism");
        var summary = entry.RequiredString("summary");
        var order = entry.OptionalInteger("order") ?? int.MaxValue;
        ReadStatus(builder, entry);
        var values = ReadValues(builder, entry, below: null);
        var aliases = entry.SortedStrings("aliases");
        var families = entry.SortedStrings("families");
        if (mechanism is not null && !builder.Mechanisms.Check(entry.Part, mechanism, entry.RangeOf("mechanism")))
        {
            mechanism = null;
        }

        return name is null || kind is null || mechanism is null || summary is null
            ? null
            : new TechnologyDefinition(id, name, aliases, kind, order, families, mechanism, summary, values);
    }

    /// <summary>An override replaces the properties that it names, and the values that it names; the rest stays.</summary>
    private static TechnologyDefinition ReadOverride(ModelBuilder builder, TechnologyDefinition below, ModelObject entry)
    {
        var name = entry.Has("name") ? entry.RequiredText("name") : null;
        var kind = entry.OptionalString("kind");
        var mechanism = entry.OptionalString("mechanism");
        if (mechanism is not null && !builder.Mechanisms.Check(entry.Part, mechanism, entry.RangeOf("mechanism")))
        {
            mechanism = null;
        }

        ReadStatus(builder, entry);
        return below with
        {
            Name = name ?? below.Name,
            Kind = kind ?? below.Kind,
            MechanismId = mechanism ?? below.MechanismId,
            Summary = entry.OptionalString("summary") ?? below.Summary,
            Order = entry.OptionalInteger("order") ?? below.Order,
            Aliases = entry.Has("aliases") ? entry.SortedStrings("aliases") : below.Aliases,
            Families = entry.Has("families") ? entry.SortedStrings("families") : below.Families,
            Values = ReadValues(builder, entry, below),
        };
    }

    private static void ReadStatus(ModelBuilder builder, ModelObject entry)
    {
        if (entry.Object("status") is { } status)
        {
            status.RequiredString("state");
            status.OptionalString("note");
            ReadSources(builder, status);
            status.Finish();
        }
    }

    private static EquatableArray<AttributeValue> ReadValues(ModelBuilder builder, ModelObject entry, TechnologyDefinition? below)
    {
        var values = new SortedDictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var value in below?.Values ?? default)
        {
            values[value.AttributeId] = value;
        }

        foreach (var (attributeId, node, keyRange) in Cells(entry))
        {
            if (!builder.Attributes.Check(entry.Part, attributeId, keyRange))
            {
                continue;
            }

            var attribute = builder.Attributes.Find(attributeId)!;
            var cell = node is DataMapping mapping ? new ModelObject(entry.Part, mapping, keyRange) : null;
            if (values.ContainsKey(attributeId) && cell?.IsOverride != true)
            {
                entry.Part.Report(ModelRules.DuplicateId, keyRange, $"value '{attributeId}' is already given by the model below; say \"$op\": \"override\" in it to replace it");
                continue;
            }

            var value = cell is null ? ReadShorthand(builder, entry.Part, attribute, node) : ReadCell(builder, attribute, cell);
            cell?.Finish();
            if (value is not null)
            {
                values[attributeId] = value;
            }
        }

        return values.Values.ToEquatableArray();
    }

    private static IEnumerable<(string AttributeId, DataNode Node, TextRange KeyRange)> Cells(ModelObject entry)
    {
        if (entry.Object("values") is { } values)
        {
            foreach (var cell in values.Entries)
            {
                yield return (cell.Key.Value, cell.Value, cell.Key.Range);
            }
        }
    }

    private static AttributeValue? ReadShorthand(ModelBuilder builder, ModelPart part, AttributeDefinition attribute, DataNode node)
    {
        if (node is DataScalar { IsPlain: false } scalar && attribute.Kind != AttributeKind.Set)
        {
            var value = ValueReader.Interval(builder, part, attribute, scalar.Value, scalar.Range);
            return value is null ? null : new AttributeValue(attribute.Id, value, null, null, null, default, null, null);
        }

        part.Report(ModelRules.WrongShape, node.Range, $"the value of '{attribute.Id}' must be a string or an object");
        return null;
    }

    private static AttributeValue? ReadCell(ModelBuilder builder, AttributeDefinition attribute, ModelObject cell)
    {
        ValueInterval? interval;
        if (attribute.Kind == AttributeKind.Set)
        {
            interval = ValueReader.Set(cell, attribute);
        }
        else
        {
            var text = cell.RequiredString("value");
            interval = text is null ? null : ValueReader.Interval(builder, cell.Part, attribute, text, cell.RangeOf("value"));
        }

        var typical = ReadTypical(cell, attribute, interval);
        var condition = cell.OptionalString("condition");
        var note = cell.OptionalString("note");
        cell.OptionalString("contested");
        var asOf = cell.OptionalString("asOf");
        var sources = ReadSources(builder, cell);
        var claim = cell.Object("claim") is { } claimed ? ReadClaim(builder, attribute, claimed) : null;
        if (attribute.Kind == AttributeKind.Capability && interval == OrdinalInterval.Config && condition is null)
        {
            cell.Part.Report(ModelRules.WrongShape, cell.NameRange, $"'{attribute.Id}' is configurable; say under which 'condition'");
        }

        return interval is null ? null : new AttributeValue(attribute.Id, interval, typical, condition, note, sources, asOf, claim);
    }

    private static QuantityInterval? ReadTypical(ModelObject cell, AttributeDefinition attribute, ValueInterval? interval)
    {
        if (cell.OptionalString("typical") is not { } text || text == "unknown")
        {
            return null;
        }

        var range = cell.RangeOf("typical");
        if (attribute.Kind != AttributeKind.Quantity)
        {
            cell.Part.Report(ModelRules.WrongShape, range, $"only quantities have a typical value; '{attribute.Id}' is none");
            return null;
        }

        var typical = ValueReader.Quantities(cell.Part, attribute, text, range);
        // A documented "<125 ms" and a typical 125 ms are the same statement, so an open end may be touched.
        if (typical is not null && interval is QuantityInterval whole
            && (typical.Low < whole.Low || (whole.High is { } high && !(typical.High <= high))))
        {
            cell.Part.Report(ModelRules.WrongInterval, range, $"the typical value '{text}' lies outside '{whole.Text}'");
            return null;
        }

        return typical;
    }

    private static AttributeClaim? ReadClaim(ModelBuilder builder, AttributeDefinition attribute, ModelObject claim)
    {
        var text = claim.RequiredString("text");
        var value = claim.RequiredString("value");
        var source = claim.OptionalString("source") ?? "founding-document";
        var interval = value is null ? null : ValueReader.Interval(builder, claim.Part, attribute, value, claim.RangeOf("value"));
        var typical = ReadTypical(claim, attribute, interval);
        claim.Finish();
        return text is null || interval is null || !builder.Sources.Check(claim.Part, source, claim.RangeOf("source"))
            ? null
            : new AttributeClaim(interval, typical, text, source);
    }

    private static EquatableArray<string> ReadSources(ModelBuilder builder, ModelObject cell)
    {
        foreach (var source in cell.Strings("source", orSingle: true))
        {
            builder.Sources.Check(cell.Part, source.Value, source.Range);
        }

        return cell.SortedStrings("source", orSingle: true);
    }
}
