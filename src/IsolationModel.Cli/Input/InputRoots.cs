namespace IsolationModel.Cli.Input;

/// <summary>
/// The folders that a run may read from where nobody named the file itself: those that were named, and that of the settings. A link in them is
/// followed only within them. Who sends in a change could otherwise have any file of the machine read into a report.
/// </summary>
internal sealed class InputRoots
{
    private readonly Lazy<List<string>> _folders;

    /// <summary>The roots. They are looked at only once a link is met, since most folders hold none.</summary>
    /// <param name="folders">Full paths.</param>
    public InputRoots(IEnumerable<string> folders) =>
        _folders = new Lazy<List<string>>(() => [.. folders.Select(RealPath.Of).OfType<string>()]);

    /// <summary>No folder: everything was named.</summary>
    public static InputRoots None { get; } = new([]);

    /// <summary>Whether a file really lies in one of the folders. A circle of links lies nowhere, and opening it says so.</summary>
    public bool Hold(string path) => RealPath.Of(path) is not { } real || _folders.Value.Exists(folder => RealPath.IsWithin(real, folder));
}
