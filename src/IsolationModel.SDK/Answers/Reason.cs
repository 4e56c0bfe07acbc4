using IsolationModel.Values;

namespace IsolationModel;

/// <summary>One condition of a need and how a technology stands against it.</summary>
public sealed class Reason
{
    internal Reason(string need, string condition, Outcome outcome, string found) => (Need, Condition, Outcome, Found) = (need, condition, outcome, found);

    /// <summary>What asks for it: a need as it is written, a platform, a ban, or the settings.</summary>
    public string Need { get; }

    /// <summary>The condition, such as <c>boundary at least software-sandbox</c>.</summary>
    public string Condition { get; }

    /// <summary>How the technology stands against it.</summary>
    public Outcome Outcome { get; }

    /// <summary>What the technology has, with its source.</summary>
    public string Found { get; }

    /// <summary>All of it on one line.</summary>
    public override string ToString() =>
        string.Equals(Need, Condition, StringComparison.Ordinal) ? $"{Condition}: {Word(Outcome)}, found {Found}" : $"{Need}: {Condition}: {Word(Outcome)}, found {Found}";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Meets => "met",
        Outcome.May => "not shown",
        Outcome.Fails => "not met",
        _ => "unknown",
    };
}
