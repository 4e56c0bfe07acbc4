namespace IsolationModel.Evaluation;

/// <summary>How an entry differs between two models.</summary>
public enum ModelChangeKind
{
    /// <summary>Only the second model has it.</summary>
    Added,

    /// <summary>Only the first model has it.</summary>
    Removed,

    /// <summary>Both have it, with different content.</summary>
    Changed,
}
