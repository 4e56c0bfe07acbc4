namespace IsolationModel.Cli;

/// <summary>Standard output, whose failures say what failed: a full disk behind it is no fault of a file that was read or written.</summary>
internal sealed class StandardOutput(Stream stream) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="UsageException">It takes no more.</exception>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="UsageException">It takes no more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw Failure(error);
        }
    }

    /// <exception cref="UsageException">It takes no more.</exception>
    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw Failure(error);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static UsageException Failure(Exception error) => new($"standard output cannot be written: {FileFailure.Reason(error)}", error);
}
