using IsolationModel.Cli.Input;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Faults;

/// <summary>Surroundings of a run in which the n-th thing that the run does outside of itself cancels it: opening, reading, writing, looking at the clock.</summary>
internal sealed class CancellingHost : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly int _after;
    private int _events;
    private int _openedLate;

    public CancellingHost(Workspace workspace, int after)
    {
        _after = after;
        Host = workspace.Host(new Counted(_output, Count), _error) with
        {
            OpenFile = path =>
            {
                if (WasCancelled)
                {
                    Interlocked.Increment(ref _openedLate);
                }

                Count();
                return new Counted(FileOpening.ToRead(path), Count);
            },
            Clock = new CountedClock(workspace.Today, Count),
        };
    }

    public ToolHost Host { get; }

    /// <summary>Whether the run came to the n-th thing.</summary>
    public bool WasCancelled => _source.IsCancellationRequested;

    /// <summary>How many files were opened after the run was cancelled.</summary>
    public int OpenedLate => Volatile.Read(ref _openedLate);

    public ToolRun Run(params string[] args)
    {
        var code = IsolationTool.Run(args, Host, _source.Token);
        return new ToolRun(code, Workspace.Text(_output.ToArray()), _error.ToString());
    }

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    private void Count()
    {
        if (Interlocked.Increment(ref _events) == _after)
        {
            _source.Cancel();
        }
    }

    private sealed class CountedClock(string today, Action count) : TimeProvider
    {
        private readonly FixedClock _clock = new(today);

        public override DateTimeOffset GetUtcNow()
        {
            count();
            return _clock.GetUtcNow();
        }
    }

    /// <summary>Gives and takes a little at a time, so that there are many places to stop at.</summary>
    private sealed class Counted(Stream stream, Action count) : Stream
    {
        private const int Block = 64;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int size)
        {
            count();
            return stream.Read(buffer, offset, Math.Min(size, Block));
        }

        public override void Write(byte[] buffer, int offset, int size)
        {
            count();
            stream.Write(buffer, offset, size);
        }

        public override void Flush() => stream.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && stream is not MemoryStream)
            {
                stream.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
