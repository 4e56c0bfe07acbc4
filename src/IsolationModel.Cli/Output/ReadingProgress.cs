using System.Globalization;

namespace IsolationModel.Cli.Output;

/// <summary>
/// How far a run is, on a line of its own that goes away again; only for who sees a terminal, and only once a run takes longer than people wait
/// without a sign.
/// </summary>
/// <remarks>Not by Spectre.Console: it takes 90 ms until its first bar is there, and a line that is written anew needs no library.</remarks>
internal sealed class ReadingProgress : IDisposable
{
    private const int BarWidth = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly int _total;
    private readonly TextWriter? _terminal;
    private readonly ITimer? _timer;
    private readonly Lock _writing = new();
    private int _done;
    private bool _isJudging;
    private bool _isShown;
    private bool _isOver;

    /// <summary>Starts to wait.</summary>
    /// <param name="total">How many files there are to read.</param>
    /// <param name="terminal">The terminal; null shows nothing.</param>
    /// <param name="clock">Tells how long people have waited; null for the one of the machine.</param>
    public ReadingProgress(int total, TextWriter? terminal, TimeProvider? clock = null)
    {
        // Of one file there is nothing to count, and if it is standard input, somebody may be typing it.
        (_total, _terminal) = (total, total > 1 ? terminal : null);
        _timer = _terminal is null ? null : (clock ?? TimeProvider.System).CreateTimer(static self => ((ReadingProgress)self!).Show(), this, Patience, Interval);
    }

    /// <summary>A file was read.</summary>
    public void Advance() => Interlocked.Increment(ref _done);

    /// <summary>All files were read.</summary>
    public void BeginJudging() => Volatile.Write(ref _isJudging, true);

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_writing)
        {
            _isOver = true;
            if (_isShown)
            {
                _isShown = false;
                _terminal!.Write("\r\u001b[K");
                _terminal.Flush();
            }
        }
    }

    /// <summary>The line for so many files of so many.</summary>
    internal static string Line(int done, int total, bool isJudging)
    {
        if (isJudging)
        {
            return string.Create(CultureInfo.InvariantCulture, $"judging what {total} files say");
        }

        var filled = (int)((long)BarWidth * Math.Min(done, total) / total);
        return string.Create(CultureInfo.InvariantCulture, $"reading [{new string('#', filled)}{new string('.', BarWidth - filled)}] {done} of {total} files");
    }

    private void Show()
    {
        lock (_writing)
        {
            if (!_isOver)
            {
                _terminal!.Write($"\r{Line(Volatile.Read(ref _done), _total, Volatile.Read(ref _isJudging))}\u001b[K");
                _terminal.Flush();
                _isShown = true;
            }
        }
    }
}
