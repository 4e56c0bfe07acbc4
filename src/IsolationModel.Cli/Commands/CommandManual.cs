namespace IsolationModel.Cli.Commands;

/// <summary>What the help of a command tells below its options.</summary>
/// <param name="ExitCodes">What each exit code means, in ascending order.</param>
/// <param name="Examples">Command lines, and what each is for.</param>
internal sealed record CommandManual(IReadOnlyList<(int Code, string Meaning)> ExitCodes, IReadOnlyList<(string Line, string Purpose)> Examples);
