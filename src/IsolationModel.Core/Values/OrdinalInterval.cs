namespace IsolationModel.Values;

/// <summary>A range of levels on a scale, or of a capability (no = 0, yes = 1).</summary>
/// <param name="Low">Index of the lowest possible level.</param>
/// <param name="High">Index of the highest possible level; not below <paramref name="Low"/>.</param>
public sealed record OrdinalInterval(int Low, int High) : ValueInterval
{
    /// <summary>A capability that is absent.</summary>
    public static OrdinalInterval No { get; } = new(0, 0);

    /// <summary>A capability that is present.</summary>
    public static OrdinalInterval Yes { get; } = new(1, 1);

    /// <summary>A capability that can be configured.</summary>
    public static OrdinalInterval Config { get; } = new(0, 1);

    /// <summary>Whether only one level is possible.</summary>
    public bool IsExact => Low == High;

    /// <summary>Both ends limited from above.</summary>
    public OrdinalInterval CapAt(int low, int high) => new(Math.Min(Low, low), Math.Min(High, high));

    /// <inheritdoc/>
    public override Outcome Against(Threshold threshold) => threshold switch
    {
        OrdinalThreshold { Side: ThresholdSide.AtLeast } t => Low >= t.Level ? Outcome.Meets : High < t.Level ? Outcome.Fails : Outcome.May,
        OrdinalThreshold t => High <= t.Level ? Outcome.Meets : Low > t.Level ? Outcome.Fails : Outcome.May,
        _ => throw Mismatch(threshold),
    };
}
