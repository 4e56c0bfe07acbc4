using System.Buffers;

namespace IsolationModel.Cli.Input;

/// <summary>The bytes of a stream up to a limit, in a rented buffer.</summary>
internal sealed class BoundedReader : IDisposable
{
    private const int SmallestBuffer = 16 * 1024;

    private BoundedReader(byte[] bytes, int count, bool isTooLarge, Exception? failure) => (Bytes, Count, IsTooLarge, Failure) = (bytes, count, isTooLarge, failure);

    /// <summary>The buffer; only the first <see cref="Count"/> bytes count.</summary>
    public byte[] Bytes { get; }

    /// <summary>How many bytes were read.</summary>
    public int Count { get; }

    /// <summary>Whether the stream holds more than the limit; then <see cref="Bytes"/> holds its start.</summary>
    public bool IsTooLarge { get; }

    /// <summary>What the operating system said where it gave no more; null where the stream came to its end.</summary>
    public Exception? Failure { get; }

    /// <summary>Reads a stream to its end, or one byte beyond the limit.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many bytes it probably holds.</param>
    /// <param name="limit">How many bytes it may hold.</param>
    /// <param name="cancellationToken">Stops reading between two blocks.</param>
    public static BoundedReader Read(Stream stream, long expected, int limit, CancellationToken cancellationToken)
    {
        var content = ReadUntilFailure(stream, expected, limit, cancellationToken);
        if (content.Failure is not { } failure)
        {
            return content;
        }

        content.Dispose();
        throw new IOException(failure.Message, failure);
    }

    /// <summary>Reads as far as the operating system gives; of what comes then, <see cref="Failure"/> tells.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many bytes it probably holds.</param>
    /// <param name="limit">How many bytes it may hold.</param>
    /// <param name="cancellationToken">Stops reading between two blocks.</param>
    public static BoundedReader ReadUntilFailure(Stream stream, long expected, int limit, CancellationToken cancellationToken)
    {
        // One byte more than expected, so that the end is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(expected + 1, SmallestBuffer), limit + 1L));
        var count = 0;
        try
        {
            while (count <= limit)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (count == buffer.Length)
                {
                    buffer = Grow(buffer, limit);
                }

                var read = stream.Read(buffer, count, Math.Min(buffer.Length, limit + 1) - count);
                if (read == 0)
                {
                    break;
                }

                count += read;
            }
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            return new BoundedReader(buffer, count, isTooLarge: false, error);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }

        return new BoundedReader(buffer, count, count > limit, failure: null);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(Bytes);

    private static byte[] Grow(byte[] buffer, int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, limit + 1L));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
