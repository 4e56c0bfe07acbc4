using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>Wishes, and the order in which they put the technologies of a <see cref="DecisionTable"/>. Immutable, so threads may share it.</summary>
public sealed class PreparedGoals
{
    internal PreparedGoals(DecisionTable table, IReadOnlyList<ScoringGoal> goals, Place[] places) => (Table, Goals, Places) = (table, goals, places);

    /// <summary>The wishes.</summary>
    public IReadOnlyList<ScoringGoal> Goals { get; }

    internal DecisionTable Table { get; }

    /// <summary>All technologies, best merit first.</summary>
    internal Place[] Places { get; }

    /// <summary>A technology's place.</summary>
    internal readonly record struct Place(TechnologyDefinition Technology, int Row, int Shortfall);
}
