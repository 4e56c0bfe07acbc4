using CsCheck;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Protocol;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>The text of a document follows the client's edits, whatever they are.</summary>
public sealed class DocumentTextTests
{
    /// <summary>All line ends, characters of two units, and characters of several bytes.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf("a", "key: value", "\n", "\r\n", "\r", "ü", "\U0001F600", "\u2028", "  ", "- x").Array[0, 12].Select(string.Concat);

    private static readonly Gen<(int Line, int Start, int Lines, int End, string Text)> Changes =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 14], Gen.Int[0, 3], Gen.Int[0, 14], Texts, static (line, start, lines, end, text) => (line, start, lines, end, text));

    [Fact]
    public void Edits_do_to_the_text_what_they_do_to_that_of_the_client() => Gen.Select(Texts, Changes.Array[1, 6]).Sample((start, changes) =>
    {
        var (server, client) = (new DocumentText(start), start);
        foreach (var (line, from, lines, to, text) in changes)
        {
            var range = lines == 0 ? Edits.Range(line, Math.Min(from, to), line, Math.Max(from, to)) : Edits.Range(line, from, line + lines, to);
            client = Edits.Replace(client, range, text);
            server = server.Replace(new ProtocolRange(new ProtocolPosition(line, (int)range["start"]!["character"]!), new ProtocolPosition(line + lines, (int)range["end"]!["character"]!)), text);
            Assert.Equal(client, server.Text);
        }
    });

    [Fact]
    public void Every_place_leads_back_to_its_offset() => Texts.Sample(text =>
    {
        var document = new DocumentText(text);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            // Between CR and LF there is no place; it is that of the end of the line.
            var isWithinEnd = offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
            var position = document.PositionOf(offset);

            Assert.Equal(isWithinEnd ? offset - 1 : offset, document.OffsetOf(position));
            Assert.Equal(document.OffsetOf(position), Edits.Offset(text, position.Line, position.Character));
        }
    });

    [Fact]
    public void A_place_behind_the_end_of_a_line_or_of_the_text_is_that_end()
    {
        var document = new DocumentText("ab\r\ncd");

        Assert.Equal(2, document.OffsetOf(new ProtocolPosition(0, 99)));
        Assert.Equal(6, document.OffsetOf(new ProtocolPosition(1, 99)));
        Assert.Equal(6, document.OffsetOf(new ProtocolPosition(99, 0)));
    }

    [Theory]
    [InlineData("/srv/a b/ü#1%.yaml")]
    [InlineData("/srv/[x]/{y}.yaml")]
    public void An_address_leads_back_to_its_file(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "these are paths of Unix");

        Assert.Equal(path, DocumentUri.PathOf(DocumentUri.Of(path)));
        Assert.Equal(path, DocumentUri.PathOf(new Uri(path).AbsoluteUri.Replace("[", "%5B", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("https://example.org/a.yaml")]
    [InlineData("file://elsewhere/a.yaml")]
    [InlineData("file:///a%00b")]
    [InlineData("file:")]
    public void What_is_no_file_of_this_machine_has_no_path(string uri)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "on Windows a host is a share");

        Assert.Null(DocumentUri.PathOf(uri));
    }
}
