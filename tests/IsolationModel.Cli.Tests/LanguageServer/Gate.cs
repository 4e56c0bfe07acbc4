using IsolationModel.Cli.Input;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>Holds up whoever opens a file until it is opened itself, so that a test says what comes before the judging and what after it, and not the machine.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new();

    /// <summary>Lets all through, now and from now on.</summary>
    public void Open() => _isOpen.Set();

    /// <summary>Opens a file once that is allowed.</summary>
    public Stream Pass(string path)
    {
        _isOpen.Wait();
        return FileOpening.ToRead(path);
    }

    // The event stays: a thread of the server may still be waiting.
    public void Dispose() => Open();
}
