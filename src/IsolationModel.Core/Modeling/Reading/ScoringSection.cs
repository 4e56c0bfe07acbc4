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
            var attribute = builder.Attributes.Check(entry.Part, id, entry.NameRange) ? builder.Attributes.Find(id) : null;
            if (attribute is { Kind: not AttributeKind.Quantity })
            {
                entry.Part.Report(ModelRules.WrongShape, entry.RangeOf("3"), $"a grade is the limit of a quantity, such as '<=125 ms', and attribute '{id}' is none");
                attribute = null;
            }

            var three = Grade(entry, attribute, "3");
            var two = Grade(entry, attribute, "2");
            var one = Grade(entry, attribute, "1");
            entry.Finish();
            builder.Grades.Add(id, three is null || two is null || one is null ? null : new GradeBand(id, three, two, one), entry);
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

        foreach (var item in weights.Members)
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
            else if (builder.Weights.Find(attribute)?.Weight != weight
                && builder.Locks.Find($"{weights.Pointer}/{attribute}", weights.Part.Layer, countsParts: false) is { } locked)
            {
                weights.Part.Report(ModelRules.LockedIsLoosened, item.Key.Range, $"weight '{attribute}' cannot be changed, because model '{locked.ModelId}' locks '{locked.Pointer}'");
            }
            else
            {
                builder.Weights.Put(attribute, new ScoringWeight(attribute, weight), weights);
            }
        }
    }

    /// <summary>A grade's limit, written like a compared quantity (<c>&lt;=125 ms</c>); null where it or its attribute cannot be used.</summary>
    private static QuantityThreshold? Grade(ModelObject entry, AttributeDefinition? attribute, string grade)
    {
        if (entry.RequiredString(grade) is not { } text || attribute is null)
        {
            return null;
        }

        var comparison = text.StartsWith("<=", StringComparison.Ordinal) ? QuantityComparison.AtMost
            : text.StartsWith(">=", StringComparison.Ordinal) ? QuantityComparison.AtLeast
            : (QuantityComparison?)null;
        if (comparison is null)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf(grade), "a grade is the limit of a quantity, such as '<=125 ms'");
            return null;
        }

        var limit = ValueReader.Limit(entry.Part, attribute, text.Substring(2), entry.RangeOf(grade));
        return limit is null ? null : new QuantityThreshold(comparison.Value, limit.Value);
    }
}
