using System.Diagnostics;

namespace IsolationModel.Fuzzing;

/// <summary>
/// Looks after one thread that works on inputs. It counts seconds of the processor and not of the clock, so that a busy machine makes no input slow. An
/// input that takes too many is stopped by its token; one that does not stop ends the process, with its name told first.
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
    private TimeSpan _since;

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
            (_current, _since) = (source, Spent());
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

    private static TimeSpan Spent()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private void Look()
    {
        CancellationTokenSource? overdue = null;
        lock (_lock)
        {
            if (_current is null || Spent() - _since is var spent && spent < Patience)
            {
                return;
            }

            if (spent > Patience + Grace)
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
