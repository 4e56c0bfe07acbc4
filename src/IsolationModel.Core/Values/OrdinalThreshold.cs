namespace IsolationModel.Values;

/// <summary>A level on a scale, or a capability (no = 0, yes = 1).</summary>
/// <param name="Side">From which side the threshold is passed.</param>
/// <param name="Level">Index of the level.</param>
public sealed record OrdinalThreshold(ThresholdSide Side, int Level) : Threshold;
