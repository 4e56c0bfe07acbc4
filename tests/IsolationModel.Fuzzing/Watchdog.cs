using System.Diagnostics;

namespace IsolationModel.Fuzzing;

/// <summary>
/// Looks after one thread that works on inputs. It counts seconds of the processor and not of the clock, so that a busy machine makes no input slow; and of
/// them never more than have passed, so that an input is not charged with what other threads do on other processors. An input that takes too many is
/// stopped by its token; one that does not stop ends the process, with its name told first.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>An input may take so much: a thousand times what most take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>And it may take so much more to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Action _onHang;
    private readonly Timer _timer;
    private CancellationTokenSource? _current;
    private TimeSpan _spent;
    private TimeSpan _processor;
    private long _clock;

    /// <summary>Starts to look.</summary>
    /// <param name="onHang">Ends the process.</param>
    public Watchdog(Action onHang)
    {
        _onHang = onHang;
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Does something under watch.</summary>
    /// <returns>Whether it was stopped.</returns>
    public bool Run(Action<CancellationToken> work)
    {
        using var source = new CancellationTokenSource();
        lock (_lock)
        {
            (_current, _spent, _processor, _clock) = (source, TimeSpan.Zero, OfProcess(), Stopwatch.GetTimestamp());
        }

        try
        {
            work(source.Token);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return true;
        }
        finally
        {
            lock (_lock)
            {
                _current = null;
            }
        }

        return source.IsCancellationRequested;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static TimeSpan OfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Adds what was spent since somebody looked last: what one processor can have done in that time, and no more than the process has used.</summary>
    private TimeSpan Spend()
    {
        var (processor, clock) = (OfProcess(), Stopwatch.GetTimestamp());
        var (used, passed) = (processor - _processor, Stopwatch.GetElapsedTime(_clock, clock));
        (_processor, _clock) = (processor, clock);
        return _spent += used < passed ? used : passed;
    }

    private void Look()
    {
        CancellationTokenSource? overdue = null;
        lock (_lock)
        {
            if (_current is null || Spend() < Patience)
            {
                return;
            }

            if (_spent > Patience + Grace)
            {
                _onHang();
                return;
            }

            overdue = _current;
            // Within the lock, so that it is not disposed of meanwhile.
            overdue.Cancel();
        }
    }
}
