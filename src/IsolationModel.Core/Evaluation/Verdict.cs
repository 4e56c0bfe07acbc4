namespace IsolationModel.Evaluation;

/// <summary>How a technology stands against all needs together, worst first. A single failure is a veto that nothing compensates.</summary>
public enum Verdict
{
    /// <summary>Some need fails.</summary>
    Unsuitable,

    /// <summary>No need fails, but some is not shown to be met.</summary>
    Unproven,

    /// <summary>Every need is met.</summary>
    Suitable,
}
