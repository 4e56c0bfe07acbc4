namespace IsolationModel.Cli.Input;

/// <summary>A folder that the operating system did not let us search.</summary>
/// <param name="DisplayPath">How it is shown.</param>
/// <param name="Reason">Why, without final period.</param>
internal sealed record UnsearchedFolder(string DisplayPath, string Reason);
