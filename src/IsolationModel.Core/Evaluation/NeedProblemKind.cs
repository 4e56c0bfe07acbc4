namespace IsolationModel.Evaluation;

/// <summary>What can be wrong with a need declaration.</summary>
public enum NeedProblemKind
{
    /// <summary>The model knows no such need, or the limit cannot be read.</summary>
    Unknown,

    /// <summary>A nearer level is weaker than one declared farther away, and has no effect.</summary>
    WeakerLevel,
}
