namespace IsolationModel.Values;

/// <summary>
/// How a value stands against a threshold, weakest first, so that the outcome of several constraints together is their minimum
/// (Kleene's strong conjunction with one more middle value: "nobody knows" is told apart from "it depends").
/// </summary>
public enum Outcome
{
    /// <summary>No documented value passes: the need is not met, whatever else is learned.</summary>
    Fails,

    /// <summary>Nothing is known about the value.</summary>
    Unknown,

    /// <summary>Some documented values pass and some do not: it depends on a condition.</summary>
    May,

    /// <summary>Every documented value passes: the need is met, whatever else is learned.</summary>
    Meets,
}
