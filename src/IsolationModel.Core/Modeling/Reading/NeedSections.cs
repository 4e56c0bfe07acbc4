using IsolationModel.Data;
using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads needs and how technologies are ranked.</summary>
internal static class NeedSections
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        if (root.Object("needs") is { } needs)
        {
            ReadNeeds(builder, needs, "levels", NeedKind.Level);
            ReadNeeds(builder, needs, "threats", NeedKind.Threat);
            needs.Finish();
        }

        if (root.Object("scoring") is { } scoring)
        {
            ReadScoring(builder, scoring);
            scoring.Finish();
        }
    }

    private static void ReadNeeds(ModelBuilder builder, ModelObject needs, string key, NeedKind kind)
    {
        foreach (var (id, entry) in needs.MapOfIds(key))
        {
            var name = entry.RequiredText("name");
            var order = kind == NeedKind.Level ? entry.OptionalInteger("order") : 0;
            var rationale = entry.RequiredString("rationale");
            var constraints = ConstraintReader.ReadAll(builder, entry, "require");
            var sources = entry.Strings("sources").Where(source => builder.Sources.Check(entry.Part, source.Value, source.Range)).ToList();
            entry.Finish();
            if (kind == NeedKind.Level && order is null)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"level '{id}' needs an 'order': of several levels the one with the highest order holds");
            }

            if (entry.Node("require") is not DataSequence { Items.Count: > 0 })
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"need '{id}' requires nothing; give at least one constraint in 'require'");
            }

            var need = name is null || order is null || rationale is null || constraints.Count == 0
                ? null
                : new NeedDefinition(id, kind, name, order.Value, constraints, rationale, sources.Select(source => source.Value).ToEquatableArray());
            VocabularySections.AddTo(builder.Needs, id, need, entry);
        }
    }

    private static void ReadScoring(ModelBuilder builder, ModelObject scoring)
    {
        foreach (var (id, entry) in scoring.MapOfIds("grades"))
        {
            var band = builder.Attributes.Check(entry.Part, id, entry.NameRange)
                && Grade(builder, entry, id, "3") is { } three
                && Grade(builder, entry, id, "2") is { } two
                && Grade(builder, entry, id, "1") is { } one
                    ? new GradeBand(id, three, two, one)
                    : null;
            entry.Finish();
            VocabularySections.AddTo(builder.Grades, id, band, entry);
        }

        foreach (var (id, entry) in scoring.MapOfIds("always"))
        {
            var weight = entry.OptionalInteger("weight");
            var target = entry.OptionalInteger("target");
            entry.Finish();
            if (weight is null or < 0 || target is null or < 0 or > 3)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"goal '{id}' needs a 'weight' of 0 or more and a 'target' of 0 to 3");
            }
            else if (builder.Attributes.Check(entry.Part, id, entry.NameRange))
            {
                VocabularySections.AddTo(builder.Goals, id, new ScoringGoal(id, target.Value, weight.Value), entry);
            }
        }
    }

    /// <summary>A grade's limit, written like a compared quantity (<c>&lt;=125 ms</c>).</summary>
    private static QuantityThreshold? Grade(ModelBuilder builder, ModelObject entry, string attributeId, string grade)
    {
        if (entry.RequiredString(grade) is not { } text)
        {
            return null;
        }

        var comparison = text.StartsWith("<=", StringComparison.Ordinal) ? QuantityComparison.AtMost
            : text.StartsWith(">=", StringComparison.Ordinal) ? QuantityComparison.AtLeast
            : (QuantityComparison?)null;
        var attribute = builder.Attributes.Find(attributeId)!;
        if (comparison is null || attribute.Kind != AttributeKind.Quantity)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf(grade), "a grade is the limit of a quantity, such as '<=125 ms'");
            return null;
        }

        var limit = ValueReader.Limit(entry.Part, attribute, text.Substring(2), entry.RangeOf(grade));
        return limit is null ? null : new QuantityThreshold(comparison.Value, limit.Value);
    }
}
