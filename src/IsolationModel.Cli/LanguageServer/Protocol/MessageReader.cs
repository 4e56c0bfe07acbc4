using System.Globalization;
using System.Text;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>Takes messages out of a stream: header fields, an empty line, and as many bytes as <c>Content-Length</c> says (LSP 3.17, "Base Protocol").</summary>
internal sealed class MessageReader(Stream stream)
{
    /// <summary>Larger than any file that is judged, with everything in it escaped once.</summary>
    public const int LargestContent = 128 * 1024 * 1024;

    private const int LongestHeaderLine = 4096;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads the next message.</summary>
    /// <returns>Its content; null at the end of the stream.</returns>
    /// <exception cref="RequestException">Its header cannot be followed; reading goes on behind it.</exception>
    public byte[]? Read()
    {
        long? length = null;
        string? problem = null;
        var line = ReadLine();
        while (line?.Length == 0)
        {
            line = ReadLine(); // Empty lines between messages harm nobody.
        }

        for (; line?.Length > 0; line = ReadLine())
        {
            problem = Follow(line, ref length) ?? problem;
        }

        if (line is null)
        {
            return null;
        }

        if (problem is null && length is null)
        {
            problem = "a header without Content-Length";
        }

        if (problem is null && length > LargestContent)
        {
            problem = $"a message of {length} bytes, which is more than {LargestContent}";
        }

        if (problem is not null)
        {
            Skip(length ?? 0);
            throw new RequestException(ErrorCode.ParseError, problem);
        }

        return ReadContent((int)length!.Value);
    }

    private static string? Follow(string line, ref long? length)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return "a header line without a colon";
        }

        var value = line.AsSpan(colon + 1).Trim();
        if (line.AsSpan(0, colon).Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        {
            if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return "a Content-Length that is no number";
            }

            length = number;
        }
        else if (line.AsSpan(0, colon).Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            && value.Contains("charset", StringComparison.OrdinalIgnoreCase) && !value.Contains("utf-8", StringComparison.OrdinalIgnoreCase) && !value.Contains("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return "a charset other than utf-8";
        }

        return null;
    }

    /// <summary>A line without its end; null at the end of the stream. What is longer than any header is cut.</summary>
    private string? ReadLine()
    {
        var line = new StringBuilder();
        while (Fill())
        {
            var next = (char)_buffer[_start++];
            if (next == '\n')
            {
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            }

            if (line.Length < LongestHeaderLine)
            {
                line.Append(next);
            }
        }

        return null;
    }

    private byte[]? ReadContent(int length)
    {
        // A length is only a claim: memory is taken as the bytes come.
        var content = new byte[Math.Min(length, 1024 * 1024)];
        var count = 0;
        while (count < length && Fill())
        {
            if (count == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(length, content.Length * 2L));
            }

            var taken = Math.Min(Math.Min(_end - _start, length - count), content.Length - count);
            _buffer.AsSpan(_start, taken).CopyTo(content.AsSpan(count));
            (_start, count) = (_start + taken, count + taken);
        }

        return count == length ? content : null;
    }

    private void Skip(long length)
    {
        while (length > 0 && Fill())
        {
            var taken = (int)Math.Min(_end - _start, length);
            (_start, length) = (_start + taken, length - taken);
        }
    }

    private bool Fill()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, stream.Read(_buffer, 0, _buffer.Length));
        }

        return _start < _end;
    }
}
