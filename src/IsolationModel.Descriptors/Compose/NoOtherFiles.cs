namespace IsolationModel.Descriptors.Compose;

/// <summary>A file that is read by itself.</summary>
internal sealed class NoOtherFiles : IComposeRun
{
    private NoOtherFiles()
    {
    }

    public static NoOtherFiles Instance { get; } = new();

    public ComposeSource? Find(string path) => null;

    public ComposeEnvironment Environment(ComposeEnvironment outer, IReadOnlyList<string> paths) => outer;
}
