using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what the rest of a model speaks with: sources, scales, attributes and families.</summary>
internal static class VocabularySections
{
    private static readonly WordTable<SourceKind> SourceKinds = new()
    {
        ["founding"] = SourceKind.Founding,
        ["vendor"] = SourceKind.Vendor,
        ["measured"] = SourceKind.Measured,
        ["paper"] = SourceKind.Paper,
        ["standard"] = SourceKind.Standard,
        ["estimate"] = SourceKind.Estimate,
    };

    private static readonly WordTable<AttributeKind> AttributeKinds = new()
    {
        ["scale"] = AttributeKind.Scale,
        ["quantity"] = AttributeKind.Quantity,
        ["capability"] = AttributeKind.Capability,
        ["set"] = AttributeKind.Set,
    };

    private static readonly WordTable<Dimension> Dimensions = new()
    {
        ["time"] = Dimension.Time,
        ["information"] = Dimension.Information,
        ["ratio"] = Dimension.Ratio,
    };

    private static readonly WordTable<bool> Directions = new()
    {
        ["higher"] = true,
        ["lower"] = false,
    };

    private static readonly WordTable<Composition> Compositions = new()
    {
        ["strongest"] = Composition.Strongest,
        ["sum"] = Composition.Sum,
        ["complement"] = Composition.Complement,
        ["weakest"] = Composition.Weakest,
        ["any"] = Composition.Any,
        ["intersection"] = Composition.Intersection,
        ["innermost"] = Composition.Innermost,
    };

    /// <summary>Reads sources and scales, which refer to nothing.</summary>
    public static void ReadSourcesAndScales(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Sources.Entries(root, "sources"))
        {
            var source = ReadSource(id, entry);
            entry.Finish();
            builder.Sources.Add(id, source, entry);
        }

        foreach (var (id, entry) in builder.Scales.Entries(root, "scales"))
        {
            var scale = ReadScale(id, entry);
            entry.Finish();
            if (entry.IsOverride && builder.Scales.Find(id) is not null)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"scale '{id}' cannot be replaced, because values and needs below are places on it; define a scale of another name");
                continue;
            }

            builder.Scales.Add(id, scale, entry);
        }
    }

    /// <summary>Reads attributes.</summary>
    public static void ReadAttributes(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Attributes.Entries(root, "attributes"))
        {
            var attribute = ReadAttribute(builder, id, entry);
            entry.Finish();
            if (entry.IsOverride && attribute is not null && builder.Attributes.Find(id) is { } below && !KeepsValues(below, attribute))
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"attribute '{id}' has values below, so its kind, scale, dimension and the words of its vocabulary stay; define an attribute of another name");
                continue;
            }

            builder.Attributes.Add(id, attribute is null ? null : WithOwnToken(builder, attribute, entry), entry);
        }
    }

    /// <summary>The word by which a need limits an attribute means that attribute alone.</summary>
    private static AttributeDefinition WithOwnToken(ModelBuilder builder, AttributeDefinition attribute, ModelObject entry)
    {
        if (attribute.NeedToken is not { } token || builder.Attributes.Values.FirstOrDefault(Claims) is not { } other)
        {
            return attribute;
        }

        entry.Part.Report(ModelRules.DuplicateId, entry.RangeOf("needToken"), $"needs limit attribute '{other.Id}' by the word '{token}' already; choose another one");
        return attribute with { NeedToken = null };

        bool Claims(AttributeDefinition candidate) =>
            string.Equals(candidate.NeedToken, token, StringComparison.Ordinal) && !string.Equals(candidate.Id, attribute.Id, StringComparison.Ordinal);
    }

    /// <summary>Reads families with their rows of the comparison.</summary>
    public static void ReadFamilies(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Families.Entries(root, "families"))
        {
            var below = entry.IsOverride ? builder.Families.Find(id) : null;
            var name = below is null || entry.Has("name") ? entry.RequiredText("name") : below.Name;
            var definition = below is null || entry.Has("definition") ? entry.RequiredString("definition") : below.Definition;
            var values = CellReader.ReadValues(builder, entry, below?.Values ?? default);
            var fits = entry.Has("fits") ? entry.Objects("fits").Select(item => ReadFit(builder, item)).OfType<FamilyFit>().ToEquatableArray() : below?.Fits ?? default;
            entry.Finish();
            builder.Families.Add(id, name is null || definition is null ? null : new FamilyDefinition(id, name, definition, values, fits), entry);
        }
    }

    private static FamilyFit? ReadFit(ModelBuilder builder, ModelObject item)
    {
        var text = item.RequiredString("text");
        var sources = CellReader.ReadSources(builder, item);
        item.Finish();
        return text is null ? null : new FamilyFit(text, sources);
    }

    private static bool KeepsValues(AttributeDefinition below, AttributeDefinition above) =>
        below.Kind == above.Kind
        && below.Dimension == above.Dimension
        && string.Equals(below.ScaleId, above.ScaleId, StringComparison.Ordinal)
        && below.Vocabulary.All(above.Vocabulary.Contains);

    private static SourceDefinition? ReadSource(string id, ModelObject entry)
    {
        var title = entry.RequiredString("title");
        var kind = entry.Word("kind", SourceKinds);
        var url = entry.OptionalString("url");
        var asOf = entry.OptionalString("asOf");
        var publisher = entry.OptionalString("publisher");
        return title is null || kind is null ? null : new SourceDefinition(id, title, kind.Value, url, asOf) { Publisher = publisher };
    }

    private static ScaleDefinition? ReadScale(string id, ModelObject entry)
    {
        var name = entry.RequiredText("name");
        var definition = entry.OptionalString("definition") ?? string.Empty;
        var levels = new List<ScaleLevel>();
        foreach (var item in entry.Objects("levels"))
        {
            var levelId = item.RequiredString("id");
            var levelName = item.RequiredText("name");
            var levelDefinition = item.RequiredString("definition");
            item.Finish();
            if (levelId is null || levelName is null || levelDefinition is null)
            {
                continue;
            }

            if (!ModelObject.IsId(levelId))
            {
                entry.Part.Report(ModelRules.WrongShape, item.RangeOf("id"), $"'{levelId}' is not an id: start with a lower-case letter, then letters, digits and '-', at most 64 characters");
                continue;
            }

            if (levelId == "unknown")
            {
                entry.Part.Report(ModelRules.WrongShape, item.RangeOf("id"), "a level cannot be called 'unknown', because that word says that nothing is known");
                continue;
            }

            if (levels.Exists(level => string.Equals(level.Id, levelId, StringComparison.Ordinal)))
            {
                entry.Part.Report(ModelRules.DuplicateId, item.RangeOf("id"), $"level '{levelId}' stands twice in scale '{id}'");
                continue;
            }

            levels.Add(new ScaleLevel(levelId, levelName, levelDefinition));
        }

        if (levels.Count < 2)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"scale '{id}' needs at least two levels, weakest first");
            return null;
        }

        return name is null ? null : new ScaleDefinition(id, name, definition, levels.ToEquatableArray());
    }

    private static AttributeDefinition? ReadAttribute(ModelBuilder builder, string id, ModelObject entry)
    {
        var name = entry.RequiredText("name");
        var kind = entry.Word("kind", AttributeKinds);
        var definition = entry.RequiredString("definition");
        var needToken = entry.OptionalString("needToken");
        var unit = entry.OptionalString("unit");
        var isOrdered = kind is AttributeKind.Scale or AttributeKind.Quantity;
        var scale = kind == AttributeKind.Scale ? entry.RequiredString("scale") : null;
        var dimension = kind == AttributeKind.Quantity ? entry.Word("dimension", Dimensions) : null;
        var higherIsBetter = isOrdered ? entry.Word("better", Directions) : true;
        var vocabulary = kind == AttributeKind.Set ? entry.SortedStrings("vocabulary") : default;
        var composition = entry.Has("compose") ? ReadComposition(entry, kind, dimension) : null;
        if (name is null || kind is null || definition is null || higherIsBetter is null
            || (kind == AttributeKind.Scale && (scale is null || !builder.Scales.Check(entry.Part, scale, entry.RangeOf("scale"))))
            || (kind == AttributeKind.Quantity && dimension is null))
        {
            return null;
        }

        if (kind == AttributeKind.Set && vocabulary.Count == 0)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"attribute '{id}' needs a 'vocabulary'");
            return null;
        }

        if (unit is not null && QuantityUnit.Find(unit)?.Dimension != dimension)
        {
            entry.Part.Report(ModelRules.WrongQuantity, entry.RangeOf("unit"), $"'{unit}' is not a unit of what attribute '{id}' measures");
            unit = null;
        }

        return new AttributeDefinition(id, name, kind.Value, definition, scale, dimension, higherIsBetter.Value, vocabulary, needToken, unit)
        {
            Composition = composition ?? AttributeDefinition.DefaultComposition(kind.Value),
        };
    }

    private static Composition? ReadComposition(ModelObject entry, AttributeKind? kind, Dimension? dimension)
    {
        var composition = entry.Word("compose", Compositions);
        var fits = (kind, composition) switch
        {
            (null, _) or (_, null or Composition.Innermost) => true,
            (AttributeKind.Scale, Composition.Strongest) => true,
            (AttributeKind.Quantity, Composition.Sum) => true,
            (AttributeKind.Quantity, Composition.Complement) => dimension is null or Dimension.Ratio,
            (AttributeKind.Capability, Composition.Weakest or Composition.Any) => true,
            (AttributeKind.Set, Composition.Intersection) => true,
            _ => false,
        };
        if (!fits)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf("compose"), "values of this kind do not combine in that way");
        }

        return fits ? composition : null;
    }
}
