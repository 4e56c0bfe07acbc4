using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Descriptors;

namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>
/// Judges on a thread of its own whenever something has changed: once nothing more changes for a moment, or at once where somebody waits. A newer
/// change stops the judging of an older one.
/// </summary>
internal sealed class JudgingLoop : IDisposable
{
    /// <summary>How long it waits for another change; shorter than a pause between two words that are typed.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(75);

    /// <summary>In milliseconds: who never pauses is judged at times all the same.</summary>
    private const int LongestQuiet = 1000;

    private readonly ToolHost _host;
    private readonly DocumentStore _documents;
    private readonly Action<Snapshot> _publish;
    private readonly Action<string> _complain;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly List<FileEvent> _events = [];
    private readonly List<(long Wanted, TaskCompletionSource<Snapshot> Waiter)> _waiters = [];
    private readonly List<string> _folders = [];
    private readonly Dictionary<(string Folder, string? File), FolderRun> _runs = [];
    private readonly CancellationTokenSource _end = new();
    private CancellationTokenSource _current = new();
    private ImmutableDictionary<string, OpenDocument> _seen = ImmutableDictionary<string, OpenDocument>.Empty;
    private long _wanted;
    private long _done;
    private string _complaints = string.Empty;
    private Thread? _thread;
    private bool _isOver;

    /// <summary>Prepares the thread.</summary>
    /// <param name="host">What surrounds the server.</param>
    /// <param name="documents">The documents that the client holds.</param>
    /// <param name="publish">Is given what came of it.</param>
    /// <param name="complain">Is told what stands in the way of a whole run.</param>
    public JudgingLoop(ToolHost host, DocumentStore documents, Action<Snapshot> publish, Action<string> complain) =>
        (_host, _documents, _publish, _complain) = (host, documents, publish, complain);

    /// <summary>What is known by now; it may be of older texts.</summary>
    public Snapshot Latest { get; private set; } = Snapshot.Empty;

    /// <summary>Starts the thread.</summary>
    public void Start()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "judging" };
        _thread.Start();
    }

    /// <summary>Takes note of what happened to files.</summary>
    /// <param name="events">What happened.</param>
    /// <param name="stops">Whether a round that is going on is worth nothing any more. A build changes files all the time; of texts, only the last counts.</param>
    public void Touch(IReadOnlyList<FileEvent> events, bool stops = true)
    {
        if (events.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            _events.AddRange(events);
            WantAgain(stops);
        }
    }

    /// <summary>Takes folders in and lets others go.</summary>
    public void ChangeFolders(IEnumerable<string> added, IEnumerable<string> removed)
    {
        lock (_gate)
        {
            foreach (var folder in removed)
            {
                _folders.Remove(folder);
            }

            _folders.AddRange(added.Where(folder => !_folders.Contains(folder)));
            WantAgain();
        }
    }

    /// <summary>What is known once everything is judged that has happened until now.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<Snapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource<Snapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isOver)
            {
                throw new OperationCanceledException("the server is shut down");
            }

            if (_done >= _wanted)
            {
                return Latest;
            }

            _waiters.Add((_wanted, waiter));
            _wake.Release();
        }

        return await waiter.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the thread; who still waits is told that nothing comes any more. A round that is going on is not waited for: it looks only now and then whether
    /// it is stopped, what it comes to is told to nobody since the conversation is over as well, and its thread holds up the end of no process.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            _end.Cancel();
            _current.Cancel();
            _waiters.ForEach(static entry => entry.Waiter.TrySetCanceled());
        }

        if (_thread is null || _thread.Join(TimeSpan.Zero))
        {
            _wake.Dispose();
            _current.Dispose();
            _end.Dispose();
        }
    }

    private void WantAgain(bool stops = true)
    {
        if (_isOver)
        {
            return;
        }

        // Texts and what is known to have changed have to fit each other, so texts that are newer wait for their event.
        _seen = _documents.Current;
        _wanted++;
        if (stops)
        {
            _current.Cancel();
        }

        _wake.Release();
    }

    private void Work()
    {
        try
        {
            while (true)
            {
                _wake.Wait(_end.Token);
                var begun = Environment.TickCount64;
                while (!HasWaiters() && Environment.TickCount64 - begun < LongestQuiet && _wake.Wait(Quiet, _end.Token))
                {
                    // Something more has changed.
                }

                Round();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private bool HasWaiters()
    {
        lock (_gate)
        {
            return _waiters.Count > 0;
        }
    }

    private void Round()
    {
        long target;
        List<FolderRun> runs;
        ImmutableDictionary<string, OpenDocument> documents;
        CancellationToken stop;
        lock (_gate)
        {
            if (_done >= _wanted)
            {
                return;
            }

            (target, documents) = (_wanted, _seen);
            if (_isOver)
            {
                return;
            }

            _current.Dispose();
            _current = new CancellationTokenSource();
            stop = _current.Token;
            runs = Runs(documents.Keys);
            foreach (var run in runs)
            {
                _events.ForEach(run.Touch);
            }

            _events.Clear();
        }

        var judgements = new List<Judgement>(runs.Count);
        var complaints = new List<string>();
        foreach (var run in runs)
        {
            if (Judge(run, documents, judgements, complaints, stop))
            {
                return; // A newer change has come, and with it another round.
            }
        }

        var snapshot = new Snapshot(judgements, documents);
        Tell(string.Join('\n', complaints));
        Publish(snapshot);

        // Who waits is told last, so that an answer comes behind the diagnostics that it belongs to.
        lock (_gate)
        {
            (Latest, _done) = (snapshot, target);
            foreach (var (_, waiter) in _waiters.Where(entry => entry.Wanted <= target))
            {
                waiter.TrySetResult(snapshot);
            }

            _waiters.RemoveAll(entry => entry.Wanted <= target);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What cannot be told must not end the thread")]
    private void Publish(Snapshot snapshot)
    {
        try
        {
            _publish(snapshot);
        }
        catch (Exception error)
        {
            _complain($"diagnostics cannot be told: {error.GetType().Name}: {error.Message}");
        }
    }

    /// <summary>Judges one run.</summary>
    /// <returns>Whether it was stopped.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "A crash costs what is known of one folder until its next change, never the server")]
    private bool Judge(
        FolderRun run, ImmutableDictionary<string, OpenDocument> documents, List<Judgement> judgements, List<string> complaints, CancellationToken stop)
    {
        try
        {
            judgements.Add(run.Judge(documents, stop));
            complaints.Add(run.Complaints);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }
        catch (UsageException mistake)
        {
            complaints.Add(mistake.Message);
        }
        catch (Exception error)
        {
            // It starts anew, in case that what it has kept is the cause.
            _runs.Remove((run.Folder, run.File));
            complaints.Add($"unforeseen failure, {error.GetType().Name}: {error.Message} Please report it at {ProductInfo.ProjectUrl}/issues.");
        }

        return false;
    }

    private void Tell(string complaints)
    {
        if (!string.Equals(complaints, _complaints, StringComparison.Ordinal))
        {
            _complaints = complaints;
            foreach (var line in complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                _complain(line);
            }
        }
    }

    /// <summary>The runs of the folders, and one for each document outside of all of them.</summary>
    private List<FolderRun> Runs(IEnumerable<string> documents)
    {
        var wanted = _folders.ConvertAll(static folder => (Folder: folder, File: (string?)null));
        wanted.AddRange(documents
            .Where(path => !_folders.Exists(folder => Judgement.IsBelow(folder, path)) && DescriptorPatterns.Match(path) is not null)
            .Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetDirectoryName(path)!, (string?)path)));
        foreach (var gone in _runs.Keys.Except(wanted).ToList())
        {
            _runs.Remove(gone);
        }

        foreach (var key in wanted.Where(key => !_runs.ContainsKey(key)))
        {
            _runs.Add(key, new FolderRun(_host, key.Folder, key.File));
        }

        return wanted.ConvertAll(key => _runs[key]);
    }
}
