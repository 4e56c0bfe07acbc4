using IsolationModel.Cli.Input;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>Holds up whoever opens a file until it is opened itself, so that a test says what comes before the judging and what after it, and not the machine.</summary>
internal sealed class Gate : IDisposable
{
    private readonly TaskCompletionSource _opening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets all through, now and from now on.</summary>
    public void Open() => _opening.TrySetResult();

    /// <summary>Opens a file once that is allowed.</summary>
    public Stream Pass(string path)
    {
        _opening.Task.GetAwaiter().GetResult();
        return FileOpening.ToRead(path);
    }

    /// <summary>Lets go whoever still waits.</summary>
    public void Dispose() => Open();
}
