using System.Text;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.Tests.LanguageServer;

public sealed class MessageWriterTests
{
    /// <summary>Judging may go on for a moment when the client says goodbye; nobody waits for it, so nothing of it may be told any more.</summary>
    [Fact]
    public void Behind_the_answer_to_shutdown_comes_only_what_was_asked_for()
    {
        using var stream = new MemoryStream();
        var writer = new MessageWriter(stream);
        writer.Notify("before", static json => json.WriteNullValue());
        writer.RespondLast("1");
        writer.Notify("after", static json => json.WriteNullValue());
        writer.Request("after", static json => json.WriteNullValue());
        writer.Refuse("2", ErrorCode.RequestCancelled, "asked before");

        var messages = Messages(stream);
        Assert.Equal(3, messages.Count);
        Assert.Contains("\"method\":\"before\"", messages[0], StringComparison.Ordinal);
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", messages[1]);
        Assert.Contains("\"id\":2", messages[2], StringComparison.Ordinal);
    }

    /// <summary>A server may end without a shutdown as well: by exit, by the end of its input, by a signal.</summary>
    [Fact]
    public void Behind_the_end_nothing_comes_that_nobody_has_asked_for()
    {
        using var stream = new MemoryStream();
        var writer = new MessageWriter(stream);
        writer.Close();
        writer.Notify("after", static json => json.WriteNullValue());
        writer.Request("after", static json => json.WriteNullValue());

        Assert.Empty(Messages(stream));
    }

    private static List<string> Messages(MemoryStream stream)
    {
        stream.Position = 0;
        var reader = new MessageReader(stream);
        List<string> messages = [];
        while (reader.Read() is { } content)
        {
            messages.Add(Encoding.UTF8.GetString(content));
        }

        return messages;
    }
}
