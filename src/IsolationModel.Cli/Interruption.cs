using System.Runtime.InteropServices;

namespace IsolationModel.Cli;

/// <summary>Turns the first Ctrl-C, or a request to terminate, into cancellation. A second one ends the process at once.</summary>
/// <remarks>
/// A file that would grow beyond the limit of the system (<c>ulimit -f</c>) is a write that fails, which is told, with nothing left beside the
/// file; unless that signal is taken, it ends the process.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    /// <summary>SIGXFSZ of Linux and macOS; the runtime has no name for it.</summary>
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration? _fileSize;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        _fileSize = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileSizeExceeded, static context => context.Cancel = true);
    }

    /// <summary>Cancelled once somebody wants the run to end.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _fileSize?.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
