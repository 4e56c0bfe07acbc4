namespace IsolationModel.Evaluation;

/// <summary>A need, judged once for every technology of a <see cref="DecisionTable"/>. Immutable, so threads may share it.</summary>
public sealed class PreparedNeed
{
    internal PreparedNeed(DecisionTable table, DeclaredNeed need, VerdictBits[] columns) => (Table, Need, Columns) = (table, need, columns);

    /// <summary>The need.</summary>
    public DeclaredNeed Need { get; }

    internal DecisionTable Table { get; }

    /// <summary>The outcomes, 64 technologies each.</summary>
    internal VerdictBits[] Columns { get; }

    /// <summary>How a technology stands against this need alone, bans included; allocates nothing.</summary>
    /// <exception cref="ArgumentException">The model has no such technology.</exception>
    public Verdict Verdict(string technologyId) => Table.Verdict(technologyId, this);
}
