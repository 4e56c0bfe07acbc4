using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>Makes typed technologies of a model that was read at run time.</summary>
internal static class TechnologyReader
{
    public static IReadOnlyList<Technology> Read(Model model) => [.. model.Index.Definition.Technologies.Select(definition => Read(model, definition))];

    private static Technology Read(Model model, TechnologyDefinition definition)
    {
        var known = Technologies.Find(definition.Id);
        return known is not null && known.Definition == definition && known.Values.All(model.Contents.IsSame)
            ? known.In(model)
            : new Technology(model, definition, model.Contents.Bind(definition.Values));
    }
}
