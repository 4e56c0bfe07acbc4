namespace IsolationModel.Cli.Input;

/// <summary>What the paths of a command line come to.</summary>
/// <param name="Files">The files to read, each once, in the ordinal order of their shown paths.</param>
/// <param name="Unsearched">The folders that could not be searched, in the ordinal order of their shown paths.</param>
/// <param name="PassedOver">How many files in searched folders cannot be descriptors by their names.</param>
internal sealed record InputSet(IReadOnlyList<InputFile> Files, IReadOnlyList<UnsearchedFolder> Unsearched, int PassedOver)
{
    /// <summary>The settings files in searched folders that do not govern the run, as full paths, in their ordinal order.</summary>
    public IReadOnlyList<string> OtherSettings { get; init; } = [];

    /// <summary>Where links in searched folders may lead.</summary>
    public InputRoots Roots { get; init; } = InputRoots.None;
}
