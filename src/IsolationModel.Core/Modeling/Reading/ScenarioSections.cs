using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads scenarios and decision trees.</summary>
internal static class ScenarioSections
{
    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Scenarios.Entries(root, "scenarios"))
        {
            var scenario = ReadScenario(builder, id, entry);
            entry.Finish();
            builder.Scenarios.Add(id, scenario, entry);
        }

        foreach (var (id, entry) in builder.DecisionTrees.Entries(root, "decisionTrees"))
        {
            var title = entry.RequiredText("title");
            var sources = Sources(builder, entry);
            var ids = new HashSet<string>(StringComparer.Ordinal);
            var questions = entry.Objects("questions").Select(item => ReadQuestion(builder, item, ids)).OfType<DecisionQuestion>().ToEquatableArray();
            if (questions.Count == 0)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"decision tree '{id}' needs 'questions'");
            }

            entry.Finish();
            builder.DecisionTrees.Add(id, title is null || questions.Count == 0 ? null : new DecisionTreeDefinition(id, title, questions, sources), entry);
        }
    }

    /// <summary>The level that an entry names; reported where there is none of that name.</summary>
    public static string? Level(ModelBuilder builder, ModelObject entry, string? level)
    {
        if (level is null || builder.Needs.Find(level) is { Kind: NeedKind.Level })
        {
            return level;
        }

        var levels = builder.Needs.Values.Where(need => need.Kind == NeedKind.Level).OrderBy(need => need.Order).Select(need => need.Id).ToList();
        var nearest = Text.NearestName.Of(level, levels) is { } name ? $"did you mean '{name}'?" : $"known are {string.Join(", ", levels)}";
        entry.Part.Report(ModelRules.UnknownId, entry.RangeOf("level"), $"there is no level '{level}'; {nearest}");
        return null;
    }

    private static ScenarioDefinition? ReadScenario(ModelBuilder builder, string id, ModelObject entry)
    {
        var name = entry.RequiredText("name");
        var level = Level(builder, entry, entry.RequiredString("level"));
        var order = entry.OptionalInteger("order") ?? int.MaxValue;
        var goals = entry.Object("goals") is { } wishes ? ReadGoals(builder, wishes) : default;
        var needs = PolicySections.Needs(builder, entry);
        var constraints = entry.Has("require") ? ConstraintReader.ReadAll(builder, entry, "require") : default;
        var expectation = entry.Object("expect") is { } expected ? ReadExpectation(builder, expected) : null;
        var note = entry.OptionalString("note");
        var sources = Sources(builder, entry);
        return name is null || level is null ? null : new ScenarioDefinition(id, name, order, level, goals, needs, constraints, expectation, note, sources);
    }

    private static EquatableArray<ScenarioGoal> ReadGoals(ModelBuilder builder, ModelObject wishes)
    {
        var goals = new List<ScenarioGoal>();
        foreach (var item in wishes.Members)
        {
            var goal = item.Key.Value;
            if (!builder.Goals.Check(wishes.Part, goal, item.Key.Range) || wishes.OptionalString(goal) is not { } word)
            {
                continue;
            }

            var targets = builder.Goals.Find(goal)!;
            if (targets.Find(word) is null)
            {
                wishes.Part.Report(ModelRules.UnknownId, item.Value.Range, $"goal '{goal}' has no word '{word}'; write one of {string.Join(", ", targets.Targets.Select(target => target.Word))}");
                continue;
            }

            goals.Add(new ScenarioGoal(goal, word));
        }

        return goals.OrderBy(goal => goal.GoalId, StringComparer.Ordinal).ToEquatableArray();
    }

    private static ScenarioExpectation? ReadExpectation(ModelBuilder builder, ModelObject expected)
    {
        var text = expected.RequiredText("text");
        var technologies = Technologies(builder, expected);
        expected.Finish();
        return text is null ? null : new ScenarioExpectation(text, technologies);
    }

    private static DecisionQuestion? ReadQuestion(ModelBuilder builder, ModelObject item, HashSet<string> ids)
    {
        var id = item.RequiredString("id");
        var ask = item.RequiredText("ask");
        var means = ConstraintReader.ReadAll(builder, item, "means");
        if (item.Node("means") is not Data.DataSequence { Items.Count: > 0 })
        {
            item.Part.Report(ModelRules.WrongShape, item.NameRange, "a question needs 'means': what its yes says about the workload, as at least one constraint");
        }

        var recommendation = item.Object("recommend") is { } recommended ? ReadRecommendation(builder, recommended) : null;
        if (!item.Has("recommend"))
        {
            item.Part.Report(ModelRules.WrongShape, item.NameRange, "'recommend' is missing");
        }

        if (id is not null && !ids.Add(id))
        {
            item.Part.Report(ModelRules.DuplicateId, item.RangeOf("id"), $"question '{id}' stands twice in the tree");
        }

        var refinement = item.Object("refine") is { } refined ? ReadQuestion(builder, refined, ids) : null;
        item.Finish();
        return id is null || ask is null || recommendation is null ? null : new DecisionQuestion(id, ask, means, recommendation, refinement);
    }

    private static DecisionRecommendation? ReadRecommendation(ModelBuilder builder, ModelObject recommended)
    {
        var text = recommended.RequiredText("text");
        var note = recommended.Has("note") ? recommended.RequiredText("note") : null;
        var technologies = Technologies(builder, recommended);
        recommended.Finish();
        return text is null ? null : new DecisionRecommendation(text, note, technologies);
    }

    private static EquatableArray<string> Technologies(ModelBuilder builder, ModelObject entry) => entry.Strings("technologies")
        .Where(item => builder.Technologies.Check(entry.Part, item.Value, item.Range))
        .Select(item => item.Value)
        .ToEquatableArray();

    private static EquatableArray<string> Sources(ModelBuilder builder, ModelObject entry) => entry.Strings("sources")
        .Where(source => builder.Sources.Check(entry.Part, source.Value, source.Range))
        .Select(source => source.Value)
        .ToEquatableArray();
}
