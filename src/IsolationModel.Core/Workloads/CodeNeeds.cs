using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>What code says of a need beside the words that text has, too.</summary>
/// <param name="Conditions">The conditions.</param>
/// <param name="Wishes">The wishes, each a goal and how much of it.</param>
public sealed record CodeNeeds(IReadOnlyList<NeedCondition> Conditions, IReadOnlyList<(string GoalId, string Word)> Wishes)
{
    /// <summary>Nothing.</summary>
    public static CodeNeeds None { get; } = new([], []);

    /// <summary>The needs as a model reads them.</summary>
    public NeedSet In(ModelIndex model)
    {
        if (ReferenceEquals(this, None))
        {
            return NeedSet.None;
        }

        var needs = new List<DeclaredNeed>();
        var problems = new List<NeedProblem>();
        foreach (var condition in Conditions)
        {
            if (condition.In(model) is not { } need)
            {
                var declaration = NeedDeclaration.ForRun(NeedCarrier.Needs, condition.AttributeId) with { Scope = NeedScope.Template };
                problems.Add(new NeedProblem(
                    NeedProblemKind.Unknown, condition.AttributeId, declaration, default(TextRange), $"the model has no attribute '{condition.AttributeId}', so the condition on it is not checked; judge by the overlay that defines it"));
            }
            else if (!needs.Exists(other => string.Equals(other.Token, need.Token, StringComparison.Ordinal)))
            {
                needs.Add(need);
            }
        }

        return new NeedSet(needs, problems) { Wishes = Wishes.Select(wish => WishOf(model, wish.GoalId, wish.Word)).OfType<ScoringGoal>().ToEquatableArray() };
    }

    private static ScoringGoal? WishOf(ModelIndex model, string goalId, string word) =>
        model.Goal(goalId) is { } goal && goal.Find(word) is { } target ? model.WishOf(goal, target) : null;
}
