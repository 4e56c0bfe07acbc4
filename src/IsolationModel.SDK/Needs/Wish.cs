using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A wish: a grade to aim at in one attribute. Wishes rank technologies, they never rule one out.</summary>
public sealed class Wish
{
    private readonly GoalTarget _target;

    private Wish(Model model, GoalDefinition goal, GoalTarget target) => (Model, Goal, _target) = (model, goal, target);

    /// <summary>The model that defines it.</summary>
    public Model Model { get; }

    /// <summary>The goal.</summary>
    public GoalDefinition Goal { get; }

    /// <summary>How much of it, such as <c>high</c>.</summary>
    public string Word => _target.Word;

    /// <summary>The grade to aim at, 0 to 3.</summary>
    public int Grade => _target.Grade;

    /// <summary>The goal and the word, such as <c>performance:high</c>.</summary>
    public override string ToString() => $"{Goal.Id}:{Word}";

    internal static Wish Of(Model model, string goalId, string word) =>
        model.Index.Goal(goalId) is { } goal && goal.Find(word) is { } target ? new Wish(model, goal, target) : throw model.Missing("goal", $"{goalId}:{word}");
}
