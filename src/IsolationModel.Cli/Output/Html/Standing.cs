namespace IsolationModel.Cli.Output.Html;

/// <summary>How a workload stands, as the page sorts and marks it: what needs attention first.</summary>
internal enum Standing
{
    /// <summary>A need fails.</summary>
    Unsuitable,

    /// <summary>No need fails, and some need is not shown to be met.</summary>
    Unproven,

    /// <summary>Every need is met.</summary>
    Suitable,

    /// <summary>It declares no need, so there is nothing to judge.</summary>
    NoNeed,

    /// <summary>It is judged where it is rendered, and not here.</summary>
    Elsewhere,
}
