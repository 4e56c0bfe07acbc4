namespace IsolationModel.Evaluation;

/// <summary>Whether a condition holds, as far as a descriptor tells; ordered so that "and" is the minimum and "or" the maximum.</summary>
internal enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}
