namespace IsolationModel.Cli.Input;

/// <summary>A file to read.</summary>
/// <param name="FullPath">Where it is; null for standard input.</param>
/// <param name="DisplayPath">How it is shown.</param>
/// <param name="Expectation">Why it is looked at.</param>
/// <param name="IsNamed">Whether it was named itself; if not, it was found in a folder.</param>
internal sealed record InputFile(string? FullPath, string DisplayPath, Descriptors.DescriptorExpectation Expectation, bool IsNamed);
