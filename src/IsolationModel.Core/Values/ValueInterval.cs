namespace IsolationModel.Values;

/// <summary>
/// What is known of an attribute's value: the documented value lies in here, over the documented conditions. Narrowing an interval never turns
/// <see cref="Outcome.Meets"/> or <see cref="Outcome.Fails"/> around.
/// </summary>
public abstract record ValueInterval
{
    private protected ValueInterval()
    {
    }

    /// <summary>How the value stands against a threshold.</summary>
    /// <exception cref="ArgumentException">The threshold belongs to another kind of attribute; a model that passed its reader never has such a pair.</exception>
    public abstract Outcome Against(Threshold threshold);

    private protected static ArgumentException Mismatch(Threshold threshold) =>
        new($"a {threshold?.GetType().Name} does not apply to this kind of value", nameof(threshold));
}
