using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A preset for a kind of business: a level, wishes and conditions.</summary>
public sealed class Scenario : NeedTerm
{
    internal Scenario(Model model, ScenarioDefinition definition)
        : base(model, "scenario:" + definition.Id, definition.Name.English) => Definition = definition;

    /// <summary>Id in the model, such as <c>serverless</c>.</summary>
    public string Id => Definition.Id;

    /// <summary>The security level.</summary>
    public SecurityLevel Level => Model.Contents.Levels[Definition.LevelId];

    /// <summary>The wishes; they rank technologies and rule none out.</summary>
    public IReadOnlyList<Wish> Wishes => [.. Definition.Goals.Select(goal => Wish.Of(Model, goal.GoalId, goal.Word))];

    /// <summary>What it requires beside its level and needs; conditions that were inferred say why.</summary>
    public IReadOnlyList<Constraint> Conditions => Definition.Constraints;

    /// <summary>The technologies that its source recommends, in the source's order; a check of the model, never an input of a ranking.</summary>
    public IReadOnlyList<Technology> Expected => [.. (Definition.Expectation?.TechnologyIds ?? default).Select(Model.Find).OfType<Technology>()];

    /// <summary>What it is made of.</summary>
    public ScenarioDefinition Definition { get; }
}
