namespace IsolationModel.Values;

/// <summary>From which side a threshold on a scale is passed.</summary>
public enum ThresholdSide
{
    /// <summary>The level or anything above it.</summary>
    AtLeast,

    /// <summary>The level or anything below it.</summary>
    AtMost,
}
