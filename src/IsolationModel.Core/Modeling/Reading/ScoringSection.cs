using IsolationModel.Rules;
using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads how technologies are ranked.</summary>
internal static class ScoringSection
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        if (root.Object("scoring") is not { } scoring)
        {
            return;
        }

        foreach (var (id, entry) in builder.Grades.Entries(scoring, "grades"))
        {
            var band = builder.Attributes.Check(entry.Part, id, entry.NameRange)
                && Grade(builder, entry, id, "3") is { } three
                && Grade(builder, entry, id, "2") is { } two
                && Grade(builder, entry, id, "1") is { } one
                    ? new GradeBand(id, three, two, one)
                    : null;
            entry.Finish();
            builder.Grades.Add(id, band, entry);
        }

        foreach (var (id, entry) in builder.AlwaysGoals.Entries(scoring, "always"))
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
                builder.AlwaysGoals.Add(id, new ScoringGoal(id, target.Value, weight.Value), entry);
            }
        }

        ReadWeights(builder, scoring);
        scoring.Finish();
    }

    /// <summary>Weights are numbers, not entries: the topmost layer's counts.</summary>
    private static void ReadWeights(ModelBuilder builder, ModelObject scoring)
    {
        if (scoring.Object("weights") is not { } weights)
        {
            return;
        }

        foreach (var item in weights.Entries)
        {
            var attribute = item.Key.Value;
            if (!builder.Attributes.Check(weights.Part, attribute, item.Key.Range) || weights.OptionalInteger(attribute) is not { } weight)
            {
                continue;
            }

            if (weight < 0)
            {
                weights.Part.Report(ModelRules.WrongShape, item.Value.Range, "a weight is 0 or more");
            }
            else if (builder.Locks.Find($"{weights.Pointer}/{attribute}", weights.Part.Layer, countsParts: false) is { } locked)
            {
                weights.Part.Report(ModelRules.LockedIsLoosened, item.Key.Range, $"weight '{attribute}' cannot be changed, because model '{locked.ModelId}' locks '{locked.Pointer}'");
            }
            else
            {
                builder.Weights.Replace(attribute, new ScoringWeight(attribute, weight), weights);
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
