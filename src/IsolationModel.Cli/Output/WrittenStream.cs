namespace IsolationModel.Cli.Output;

/// <summary>A stream whose failures say what failed, where the operating system takes no more.</summary>
/// <param name="stream">The stream; it stays open.</param>
/// <param name="failure">The exception for a reason.</param>
internal sealed class WrittenStream(Stream stream, Func<string, Exception> failure) : Stream
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

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception error) when (IsRefused(error))
        {
            throw failure(FileFailure.Reason(error));
        }
    }

    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception error) when (IsRefused(error))
        {
            throw failure(FileFailure.Reason(error));
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Out of range is what the runtime says where a file would grow beyond a limit (EFBIG).</summary>
    private static bool IsRefused(Exception error) => FileFailure.IsAbout(error) || error is ArgumentOutOfRangeException;
}
