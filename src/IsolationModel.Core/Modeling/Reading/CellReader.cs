using IsolationModel.Data;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads the cells of the catalogue: what is known of one attribute of one entry.</summary>
internal static class CellReader
{
    /// <summary>Reads <c>values</c> onto values that are there already; replacing one of those takes a word.</summary>
    public static EquatableArray<AttributeValue> ReadValues(ModelBuilder builder, ModelObject entry, EquatableArray<AttributeValue> below) =>
        Read(builder, entry, below, isDerived: false);

    /// <summary>Reads <c>values</c> onto derived or copied values, which they replace without further words.</summary>
    public static EquatableArray<AttributeValue> ReadOnto(ModelBuilder builder, ModelObject entry, EquatableArray<AttributeValue> derived) =>
        Read(builder, entry, derived, isDerived: true);

    /// <summary>The ids of <c>source</c>, sorted; unknown ones are reported.</summary>
    public static EquatableArray<string> ReadSources(ModelBuilder builder, ModelObject cell)
    {
        foreach (var source in cell.Strings("source", orSingle: true))
        {
            builder.Sources.Check(cell.Part, source.Value, source.Range);
        }

        return cell.SortedStrings("source", orSingle: true);
    }

    private static EquatableArray<AttributeValue> Read(ModelBuilder builder, ModelObject entry, EquatableArray<AttributeValue> below, bool isDerived)
    {
        if (entry.Object("values") is not { } cells)
        {
            return below;
        }

        var values = new SortedMap<AttributeValue>();
        foreach (var value in below)
        {
            values[value.AttributeId] = value;
        }

        foreach (var item in cells.Members)
        {
            var attributeId = item.Key.Value;
            if (!builder.Attributes.Check(entry.Part, attributeId, item.Key.Range))
            {
                continue;
            }

            var cell = item.Value is DataMapping mapping ? new ModelObject(entry.Part, mapping, item.Key.Range, cells, attributeId) : null;
            if (!isDerived && !MayReplace(builder, entry.Part, attributeId, item.Key.Range, cell, values.ContainsKey(attributeId)))
            {
                continue;
            }

            if (cell is { IsRemoval: true })
            {
                cell.Finish();
                values.Remove(attributeId);
                continue;
            }

            var attribute = builder.Attributes.Find(attributeId)!;
            var value = cell is null ? ReadShorthand(builder, entry.Part, attribute, item.Value) : ReadCell(builder, attribute, cell);
            cell?.Finish();
            if (value is not null)
            {
                values[attributeId] = value;
            }
        }

        return values.Values.ToEquatableArray();
    }

    private static bool MayReplace(ModelBuilder builder, ModelPart part, string attributeId, TextRange range, ModelObject? cell, bool exists)
    {
        var isChange = cell is { IsOverride: true } or { IsRemoval: true };
        if (exists && !isChange)
        {
            part.Report(ModelRules.DuplicateId, range, $"value '{attributeId}' is already given by the model below; say \"$op\": \"override\" in it to replace it");
            return false;
        }

        if (!exists && isChange)
        {
            part.Report(ModelRules.OverrideOfNothing, range, $"there is no value '{attributeId}' below to {(cell!.IsRemoval ? "remove" : "override")}");
            return false;
        }

        if (exists && builder.Locks.Find(cell!) is { } locked)
        {
            part.Report(ModelRules.LockedIsLoosened, range, $"value '{attributeId}' cannot be changed, because model '{locked.ModelId}' locks '{locked.Pointer}'");
            return false;
        }

        return true;
    }

    private static AttributeValue? ReadShorthand(ModelBuilder builder, ModelPart part, AttributeDefinition attribute, DataNode node)
    {
        if (node is DataScalar { IsPlain: false } scalar)
        {
            var value = ValueReader.Interval(builder, part, attribute, scalar.Value, scalar.Range);
            return value is null ? null : new AttributeValue(attribute.Id, value, null, null, null, default, null, null);
        }

        part.Report(ModelRules.WrongShape, node.Range, $"the value of '{attribute.Id}' must be a string or an object");
        return null;
    }

    private static AttributeValue? ReadCell(ModelBuilder builder, AttributeDefinition attribute, ModelObject cell)
    {
        var interval = ReadInterval(builder, attribute, cell);
        var typical = ReadTypical(cell, attribute, interval);
        var condition = cell.OptionalString("condition");
        var note = cell.OptionalString("note");
        var contested = cell.OptionalString("contested");
        var asOf = cell.OptionalString("asOf");
        var sources = ReadSources(builder, cell);
        var claim = cell.Object("claim") is { } claimed ? ReadClaim(builder, attribute, claimed) : null;
        if (attribute.Kind == AttributeKind.Capability && interval == OrdinalInterval.Config && condition is null)
        {
            cell.Part.Report(ModelRules.WrongShape, cell.NameRange, $"'{attribute.Id}' is configurable; say under which 'condition'");
        }

        return interval is null ? null : new AttributeValue(attribute.Id, interval, typical, condition, note, sources, asOf, claim) { Contested = contested };
    }

    private static ValueInterval? ReadInterval(ModelBuilder builder, AttributeDefinition attribute, ModelObject cell)
    {
        if (attribute.Kind == AttributeKind.Set && !cell.Has("value"))
        {
            return ValueReader.Set(cell, attribute);
        }

        var text = cell.RequiredString("value");
        return text is null ? null : ValueReader.Interval(builder, cell.Part, attribute, text, cell.RangeOf("value"));
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
        var source = claim.OptionalString("source") ?? "founding-document";
        var interval = ReadInterval(builder, attribute, claim);
        var typical = ReadTypical(claim, attribute, interval);
        claim.Finish();
        return text is null || interval is null || !builder.Sources.Check(claim.Part, source, claim.RangeOf("source"))
            ? null
            : new AttributeClaim(interval, typical, text, source);
    }
}
