namespace IsolationModel.Values;

/// <summary>How a quantity must stand to its limit.</summary>
public enum QuantityComparison
{
    /// <summary>The limit or less.</summary>
    AtMost,

    /// <summary>Less than the limit.</summary>
    Below,

    /// <summary>The limit or more.</summary>
    AtLeast,
}
