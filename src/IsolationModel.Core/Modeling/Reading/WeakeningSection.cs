using IsolationModel.Data;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what settings do to boundaries, and what they require.</summary>
internal static class WeakeningSection
{
    private static readonly WordTable<EffectKind> Verbs = new()
    {
        ["cap"] = EffectKind.Cap,
        ["raise"] = EffectKind.Raise,
        ["range"] = EffectKind.Range,
        ["ignored"] = EffectKind.Ignored,
        ["unsupported"] = EffectKind.Unsupported,
        ["note"] = EffectKind.Note,
    };

    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Weakenings.Entries(root, "weakenings"))
        {
            if (builder.BoundaryScale is not { } scale)
            {
                entry.Part.Report(ModelRules.UnknownId, entry.NameRange, $"weakenings act on attribute '{ModelDefinition.BoundaryAttributeId}', which the model does not define as a scale");
                return;
            }

            var title = entry.RequiredString("title");
            var when = entry.Object("when") is { } condition ? PredicateReader.Read(builder, condition) : Missing(entry);
            var hasUnless = entry.Has("unless");
            var unless = hasUnless && entry.Object("unless") is { } exception ? PredicateReader.Read(builder, exception) : null;
            var effects = ReadEffects(builder, scale, entry);
            var requirements = entry.Has("require") ? ConstraintReader.ReadAll(builder, entry, "require") : default;
            entry.Finish();
            var weakening = title is null || when is null || (hasUnless && unless is null) ? null : new WeakeningDefinition(id, title, when, unless, effects) { Requirements = requirements };
            builder.Weakenings.Add(id, weakening, entry);
        }
    }

    private static SettingPredicate? Missing(ModelObject entry)
    {
        entry.Part.Report(ModelRules.WrongShape, entry.NameRange, "'when' is missing");
        return null;
    }

    private static EquatableArray<WeakeningEffect> ReadEffects(ModelBuilder builder, ScaleDefinition scale, ModelObject entry)
    {
        var effects = new SortedMap<WeakeningEffect>();
        foreach (var (target, item) in entry.MapOfIds("effects"))
        {
            var effect = ReadEffect(builder, scale, target, item);
            item.Finish();
            if (builder.Mechanisms.Find(target) is null && builder.Technologies.Find(target) is null)
            {
                entry.Part.Report(ModelRules.UnknownId, item.NameRange, $"there is no mechanism or technology '{target}'");
            }
            else if (effect is not null)
            {
                effects[target] = effect;
            }
        }

        return effects.Values.ToEquatableArray();
    }

    private static WeakeningEffect? ReadEffect(ModelBuilder builder, ScaleDefinition scale, string target, ModelObject item)
    {
        var present = Verbs.Words.Where(item.Has).OrderBy(verb => verb, StringComparer.Ordinal).ToList();
        var source = item.OptionalString("source");
        if (source is not null)
        {
            builder.Sources.Check(item.Part, source, item.RangeOf("source"));
        }

        if (present.Count != 1)
        {
            item.Part.Report(ModelRules.WrongShape, item.NameRange, $"an effect has exactly one of {Verbs.List}");
            return null;
        }

        var kind = Verbs.Find(present[0])!.Value;
        if (kind is EffectKind.Ignored or EffectKind.Unsupported or EffectKind.Note)
        {
            var why = item.RequiredString(present[0]);
            item.OptionalString("why");
            return why is null ? null : new WeakeningEffect(target, kind, -1, -1, null, null, why, source);
        }

        return ReadLevelEffect(builder, scale, target, item, kind, source);
    }

    private static WeakeningEffect? ReadLevelEffect(ModelBuilder builder, ScaleDefinition scale, string target, ModelObject item, EffectKind kind, string? source)
    {
        var why = item.RequiredString("why");
        if (kind != EffectKind.Range)
        {
            var key = kind == EffectKind.Cap ? "cap" : "raise";
            var level = item.RequiredString(key) is { } name ? ValueReader.Level(scale, item.Part, name, item.RangeOf(key)) : -1;
            return why is null || level < 0 ? null : new WeakeningEffect(target, kind, level, level, null, null, why, source);
        }

        var decidedBy = item.RequiredString("decidedBy");
        var fact = item.RequiredString("fact");
        if (item.Node("range") is not DataSequence { Items: [DataScalar first, DataScalar second] })
        {
            item.Part.Report(ModelRules.WrongShape, item.RangeOf("range"), "'range' is a list of two levels, the lower one first");
            return null;
        }

        var low = ValueReader.Level(scale, item.Part, first.Value, first.Range);
        var high = ValueReader.Level(scale, item.Part, second.Value, second.Range);
        if (low > high && high >= 0)
        {
            item.Part.Report(ModelRules.WrongInterval, item.RangeOf("range"), $"the range is reversed: '{first.Value}' is stronger than '{second.Value}'");
            return null;
        }

        return why is null || decidedBy is null || fact is null || low < 0 || high < 0 || !builder.NodeFacts.Check(item.Part, fact, item.RangeOf("fact"))
            ? null
            : new WeakeningEffect(target, kind, low, high, decidedBy, fact, why, source);
    }
}
