using System.Text;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>The base protocol: headers, and as many bytes as they say.</summary>
public sealed class MessageReaderTests
{
    [Theory]
    [InlineData("Content-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("content-length:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}", "{}")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 2\n\n{}", "{}")]
    [InlineData("\r\n\r\nContent-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("Content-Length: 4\r\n\r\n\"ü\"", "\"ü\"")]
    [InlineData("Content-Length: 0\r\n\r\n", "")]
    public void A_message_is_read(string stream, string expected) => Assert.Equal([expected], ReadAll(stream));

    [Theory]
    [InlineData("Content-Length: two\r\n\r\n")]
    [InlineData("Content-Length: -2\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Type: text/plain\r\n\r\n")]
    [InlineData("no header at all\r\n\r\n")]
    [InlineData("Content-Length: 2\r\nContent-Type: text/plain; charset=latin1\r\n\r\n{}")]
    public void A_header_that_cannot_be_followed_costs_one_message(string broken) =>
        Assert.Equal(["refused", "{}"], ReadAll(broken + "Content-Length: 2\r\n\r\n{}"));

    [Fact]
    public void A_message_that_is_too_long_is_passed_over_without_being_kept()
    {
        using var stream = new LongStream($"Content-Length: {MessageReader.LargestContent + 1L}\r\n\r\n", MessageReader.LargestContent + 1L, "Content-Length: 2\r\n\r\n{}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(["refused", "{}"], ReadAll(stream));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: 10\r\n\r\n{}")]
    [InlineData("Content-Len")]
    [InlineData("Content-Length: 10\r\n")]
    public void An_end_within_a_message_is_the_end(string stream) => Assert.Empty(ReadAll(stream));

    private static List<string> ReadAll(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ReadAll(stream);
    }

    private static List<string> ReadAll(Stream stream)
    {
        var reader = new MessageReader(stream);
        var read = new List<string>();
        while (true)
        {
            try
            {
                if (reader.Read() is not { } content)
                {
                    return read;
                }

                read.Add(Encoding.UTF8.GetString(content));
            }
            catch (RequestException)
            {
                read.Add("refused");
            }
        }
    }

    /// <summary>A text, very many blanks, a text.</summary>
    private sealed class LongStream(string head, long blanks, string tail) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = 0;
            for (; read < count && _at < head.Length + blanks + tail.Length; read++, _at++)
            {
                buffer[offset + read] = (byte)(_at < head.Length ? head[(int)_at] : _at < head.Length + blanks ? ' ' : tail[(int)(_at - head.Length - blanks)]);
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
