namespace IsolationModel.Cli.Tests.Faults;

/// <summary>A stream that takes so many bytes; then the disk is full.</summary>
internal sealed class FullDisk(long space, Stream? disk = null) : Stream
{
    /// <summary>ENOSPC.</summary>
    public const int NoSpace = 28;

    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var taken = (int)Math.Min(count, space - _written);
        disk?.Write(buffer, offset, taken);
        _written += taken;
        if (taken < count)
        {
            throw new IOException("No space left on device : '/somewhere/else'", NoSpace);
        }
    }

    public override void Flush() => disk?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
