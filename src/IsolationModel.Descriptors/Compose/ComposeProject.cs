namespace IsolationModel.Descriptors.Compose;

/// <summary>Files that are loaded together.</summary>
/// <param name="Kind">Why they are.</param>
/// <param name="Sources">The files, of which a later one has the last word.</param>
/// <param name="Folder">The folder by which references are meant.</param>
internal sealed record ComposeProject(ComposeProjectKind Kind, IReadOnlyList<ComposeSource> Sources, string Folder)
{
    /// <summary>Files that should be loaded as well, and that the run does not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The path of the file that stands for the project.</summary>
    public string Path => Sources[0].Path;
}
