namespace IsolationModel.Cli.Output;

/// <summary>A stream whose failures say what failed, where the operating system takes no more.</summary>
/// <param name="stream">The stream; it stays open.</param>
/// <param name="failure">The exception for a reason.</param>
internal sealed class WrittenStream(Stream stream, Func<string, Exception> failure) : WriteOnlyStream
{
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

    /// <summary>Out of range is what the runtime says where a file would grow beyond a limit (EFBIG).</summary>
    private static bool IsRefused(Exception error) => FileFailure.IsAbout(error) || error is ArgumentOutOfRangeException;
}
