using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace IsolationModel.Cli;

/// <summary>
/// The limit of the system on files (<c>ulimit -f</c>). A write beyond it is one that fails, which is told, with nothing left beside the file;
/// unless its signal is taken, it ends the process in the middle.
/// </summary>
internal static class FileSizeLimit
{
    /// <summary>SIGXFSZ of Linux and macOS; the runtime has no name for it.</summary>
    private const PosixSignal Exceeded = (PosixSignal)25;

    /// <summary>Held to the end of the process: signals are handled a little later than they come.</summary>
    [SuppressMessage("CodeQuality", "IDE0052", Justification = "It is kept for what it does as long as it is there")]
    private static PosixSignalRegistration? _registration;

    /// <summary>Makes a write beyond the limit fail instead of ending the process.</summary>
    public static void Survive() => _registration = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(Exceeded, static context => context.Cancel = true);
}
