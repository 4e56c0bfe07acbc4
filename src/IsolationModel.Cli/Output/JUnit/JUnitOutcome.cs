namespace IsolationModel.Cli.Output.JUnit;

/// <summary>How a case ends.</summary>
internal enum JUnitOutcome
{
    /// <summary>A workload without findings.</summary>
    Passed,

    /// <summary>A finding that does not make the run fail.</summary>
    Skipped,

    /// <summary>A finding that does.</summary>
    Failed,
}
