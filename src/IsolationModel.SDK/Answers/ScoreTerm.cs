using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>One term of a shortfall, as it is computed with a pencil.</summary>
public sealed class ScoreTerm
{
    private readonly GoalScore _score;

    internal ScoreTerm(GoalScore score) => _score = score;

    /// <summary>Id of the attribute.</summary>
    public string AttributeId => _score.AttributeId;

    /// <summary>The wanted grade, 0 to 3.</summary>
    public int Target => _score.Target;

    /// <summary>How much a missing grade counts.</summary>
    public int Weight => _score.Weight;

    /// <summary>The grade of the typical value, 0 to 3.</summary>
    public int Grade => _score.Grade;

    /// <summary>The weighted missing grades.</summary>
    public int Shortfall => _score.Shortfall;

    /// <summary>The attribute and the arithmetic, such as <c>startup: 3*max(0,3-2)</c>.</summary>
    public override string ToString() => $"{AttributeId}: {_score.Arithmetic}";
}
