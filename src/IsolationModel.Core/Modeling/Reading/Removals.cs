using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Looks after what is left when entries are removed: nothing may stand for an entry that is gone.</summary>
internal static class Removals
{
    /// <summary>Reports removals that leave something dangling, and takes them back.</summary>
    public static void Check(ModelBuilder builder)
    {
        foreach (var (id, value, source) in builder.Technologies.Removed)
        {
            if (builder.Technologies.Find(id) is null && Users(builder, id).FirstOrDefault() is { } user)
            {
                source.Part.Report(ModelRules.UnknownId, source.NameRange, $"technology '{id}' cannot be removed, because {user}; remove or override that too, or ban the technology under 'forbidden'");
                builder.Technologies.AddBase(id, value);
            }
        }

        foreach (var (id, value, source) in builder.Needs.Removed)
        {
            var isLevel = value.Kind == NeedKind.Level && builder.Needs.Find(id) is null;
            if (isLevel && builder.Scenarios.Values.FirstOrDefault(scenario => string.Equals(scenario.LevelId, id, StringComparison.Ordinal)) is { } scenario)
            {
                source.Part.Report(ModelRules.UnknownId, source.NameRange, $"level '{id}' cannot be removed, because scenario '{scenario.Id}' has it; remove or override that too");
                builder.Needs.AddBase(id, value);
            }
        }
    }

    /// <summary>An entry without its relations to what is gone.</summary>
    public static T Alive<T>(ModelBuilder builder, T entry)
        where T : CatalogEntryDefinition
    {
        CatalogEntryDefinition whole = entry;
        return entry.Relations.All(relation => builder.Exists(relation.Target))
            ? entry
            : (T)(whole with { Relations = entry.Relations.Where(relation => builder.Exists(relation.Target)).ToEquatableArray() });
    }

    private static IEnumerable<string> Users(ModelBuilder builder, string id)
    {
        return builder.RuntimeNames.Values.Where(name => Is(name.TechnologyId)).Select(name => $"the runtime name '{name.Name}' stands for it")
            .Concat(builder.Platforms.Values.Where(platform => Is(platform.DefaultTechnologyId)).Select(platform => $"platform '{platform.Id}' picks it by default"))
            .Concat(builder.Technologies.Values.Where(stack => Is(stack.Stack?.RuntimeId) || Is(stack.Stack?.EngineId)).Select(stack => $"stack '{stack.Id}' is made of it"))
            .Concat(builder.Scenarios.Values.Where(scenario => scenario.Expectation?.TechnologyIds.Contains(id) == true).Select(scenario => $"scenario '{scenario.Id}' expects it"))
            .Concat(builder.DecisionTrees.Values.Where(tree => tree.Questions.Any(Recommends)).Select(tree => $"decision tree '{tree.Id}' recommends it"))
            .Concat(builder.Forbidden.Values.Where(ban => Is(ban.TechnologyId)).Select(_ => "it is banned under 'forbidden'"));

        bool Is(string? other) => string.Equals(other, id, StringComparison.Ordinal);

        bool Recommends(DecisionQuestion question) =>
            question.Recommendation.TechnologyIds.Contains(id) || (question.Refinement is { } refinement && Recommends(refinement));
    }
}
