namespace IsolationModel.Values;

/// <summary>Nothing is known about the value.</summary>
public sealed record UnknownInterval : ValueInterval
{
    private UnknownInterval()
    {
    }

    /// <summary>The one instance.</summary>
    public static UnknownInterval Instance { get; } = new();

    /// <inheritdoc/>
    public override Outcome Against(Threshold threshold) => Outcome.Unknown;
}
