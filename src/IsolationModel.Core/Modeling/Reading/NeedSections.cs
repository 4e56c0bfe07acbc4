using IsolationModel.Data;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads needs and wishes.</summary>
internal static class NeedSections
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        if (root.Object("needs") is not { } needs)
        {
            return;
        }

        ReadNeeds(builder, needs, "levels", NeedKind.Level);
        ReadNeeds(builder, needs, "threats", NeedKind.Threat);
        ReadNeeds(builder, needs, "compatibility", NeedKind.Compatibility);
        ReadNeeds(builder, needs, "podSecurity", NeedKind.PodSecurity);
        foreach (var (id, entry) in builder.Goals.Entries(needs, "goals"))
        {
            var goal = ReadGoal(builder, id, entry);
            entry.Finish();
            builder.Goals.Add(id, goal, entry);
        }

        needs.Finish();
    }

    private static void ReadNeeds(ModelBuilder builder, ModelObject needs, string key, NeedKind kind)
    {
        foreach (var (id, entry) in builder.Needs.Entries(needs, key, below => below.Kind == kind))
        {
            var name = entry.RequiredText("name");
            var order = kind == NeedKind.Level ? entry.OptionalInteger("order") : 0;
            var rationale = entry.RequiredString("rationale");
            var sources = entry.Strings("sources").Where(source => builder.Sources.Check(entry.Part, source.Value, source.Range)).ToList();
            var parameter = kind == NeedKind.Compatibility && entry.Has("parameter") ? ReadParameter(builder, entry) : null;
            var choices = kind == NeedKind.PodSecurity ? entry.Strings("choices").Select(choice => choice.Value).ToEquatableArray() : default;
            var isCompleted = kind == NeedKind.PodSecurity || (kind == NeedKind.Compatibility && entry.Has("parameter"));
            var constraints = isCompleted ? default : ConstraintReader.ReadAll(builder, entry, "require");
            if (kind == NeedKind.Level && order is null)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"level '{id}' needs an 'order': of several levels the one with the highest order holds");
            }

            if (!isCompleted && entry.Node("require") is not DataSequence { Items.Count: > 0 })
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"need '{id}' requires nothing; give at least one constraint in 'require'");
            }

            if (kind == NeedKind.PodSecurity && choices.Count == 0)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"need '{id}' needs 'choices', weakest first");
            }

            entry.Finish();
            var isWhole = kind == NeedKind.PodSecurity ? choices.Count > 0 : isCompleted ? parameter is not null : constraints.Count > 0;
            var need = name is null || order is null || rationale is null || !isWhole
                ? null
                : new NeedDefinition(id, kind, name, order.Value, constraints, rationale, sources.Select(source => source.Value).ToEquatableArray())
                {
                    ParameterAttributeId = parameter,
                    Choices = choices,
                };
            builder.Needs.Add(id, need, entry);
            if (kind == NeedKind.Level)
            {
                builder.LevelsOfLayer.Add(new ModelEntry(id, entry));
            }
        }
    }

    /// <summary>The set whose words complete the need.</summary>
    private static string? ReadParameter(ModelBuilder builder, ModelObject entry)
    {
        if (entry.Object("parameter") is not { } parameter)
        {
            return null;
        }

        var attribute = parameter.RequiredString("attribute");
        parameter.Finish();
        if (attribute is null || !builder.Attributes.Check(entry.Part, attribute, parameter.RangeOf("attribute")))
        {
            return null;
        }

        if (builder.Attributes.Find(attribute)!.Kind == AttributeKind.Set)
        {
            return attribute;
        }

        entry.Part.Report(ModelRules.WrongShape, parameter.RangeOf("attribute"), $"the parameter of a need is a word of a set, and attribute '{attribute}' is none");
        return null;
    }

    private static GoalDefinition? ReadGoal(ModelBuilder builder, string id, ModelObject entry)
    {
        var name = entry.RequiredText("name");
        var attribute = entry.RequiredString("attribute");
        var rationale = entry.OptionalString("rationale");
        var targets = new List<GoalTarget>();
        if (entry.Object("targets") is { } words)
        {
            foreach (var word in words.Members)
            {
                if (words.OptionalInteger(word.Key.Value) is { } grade)
                {
                    if (grade is < 0 or > 3)
                    {
                        entry.Part.Report(ModelRules.WrongShape, word.Value.Range, "a grade is 0, 1, 2 or 3");
                    }
                    else
                    {
                        targets.Add(new GoalTarget(word.Key.Value, grade));
                    }
                }
            }
        }

        if (targets.Count == 0)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"goal '{id}' needs 'targets': words and the grades that they mean");
        }

        var isKnown = attribute is not null && builder.Attributes.Check(entry.Part, attribute, entry.RangeOf("attribute"));
        return name is null || !isKnown || targets.Count == 0
            ? null
            : new GoalDefinition(id, name, attribute!, targets.OrderByDescending(target => target.Grade).ThenBy(target => target.Word, StringComparer.Ordinal).ToEquatableArray(), rationale);
    }
}
