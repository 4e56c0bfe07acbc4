namespace IsolationModel.Benchmarks.Processes;

/// <summary>What one run of a program took.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="ProcessorSeconds">What it and its children used of all processors, in user and in system mode; null where the system does not tell.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record ProcessFigures(double Seconds, double? ProcessorSeconds, int ExitCode);
