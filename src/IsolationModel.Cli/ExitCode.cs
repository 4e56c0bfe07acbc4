namespace IsolationModel.Cli;

/// <summary>The exit codes; there are no others.</summary>
internal static class ExitCode
{
    /// <summary>Done; for a check: no finding is as severe as <c>--fail-on</c> says.</summary>
    public const int Clean = 0;

    /// <summary>For a check: some finding is. Elsewhere: nothing found, nothing suitable, a difference; the help of a command says which.</summary>
    public const int Findings = 1;

    /// <summary>The command line cannot be followed, a model cannot be read, or the run failed.</summary>
    public const int Failure = 2;

    /// <summary>Somebody stopped the run; 128 and the number of the interrupt signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
