using System.Xml.Linq;
using IsolationModel.Cli.Output.Html;

namespace IsolationModel.Cli.Tests.Html;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onclick=\"alert(1)")]
    [InlineData("' onclick='alert(1)")]
    [InlineData("&lt;b&gt; &amp;amp;")]
    [InlineData("]]> --> <!-- <![CDATA[")]
    [InlineData("</p></div></body>")]
    public void A_text_is_read_back_as_it_was(string text)
    {
        var paragraph = XElement.Parse(Write(html =>
        {
            using (html.In("p", ("title", text)))
            {
                html.Text(text);
            }
        }));

        Assert.Equal(text, paragraph.Value);
        Assert.Equal(text, paragraph.Attribute("title")!.Value);
        Assert.Empty(paragraph.Elements());
    }

    [Theory]
    [InlineData("a\u0000b\u001b[1m", "a\\u0000b\\u001B[1m")]
    [InlineData("left\u202Eright", "left\\u202Eright")]
    [InlineData("line\nend", "line\\nend")]
    public void What_is_no_visible_character_is_spelt_out(string text, string shown) =>
        Assert.Equal($"<p title=\"{shown}\">{shown}</p>", Write(html => html.Element("p", text, ("title", text))));

    [Fact]
    public void Elements_are_closed_in_the_order_in_which_they_were_opened() => Assert.Equal(
        "<div>\n<p><b>x</b></p></div><i></i>",
        Write(html =>
        {
            using (html.In("div"))
            using (html.In("p"))
            {
                html.Element("b", "x");
            }

            html.Element("i", string.Empty);
        }));

    [Fact]
    public void An_attribute_without_a_value_is_left_out() =>
        Assert.Equal("<a hidden=\"\"></a>", Write(html => html.Element("a", string.Empty, ("href", null), ("hidden", string.Empty))));

    [Theory]
    [InlineData("https://example.org/a?b=1&c=2", "<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">there</a>")]
    [InlineData("http://example.org/", "<a href=\"http://example.org/\" rel=\"noopener noreferrer\">there</a>")]
    [InlineData("javascript:alert(1)", "there (javascript:alert(1))")]
    [InlineData("JavaScript:alert(1)", "there (JavaScript:alert(1))")]
    [InlineData("data:text/html,x", "there (data:text/html,x)")]
    [InlineData("file:///etc/passwd", "there (file:///etc/passwd)")]
    [InlineData("//example.org/", "there (//example.org/)")]
    [InlineData("no address", "there (no address)")]
    public void Only_addresses_of_the_web_become_links(string url, string expected) => Assert.Equal(expected, Write(html => html.WebLink(url, "there")));

    private static string Write(Action<HtmlWriter> write)
    {
        using var text = new StringWriter();
        write(new HtmlWriter(text));
        return text.ToString().TrimStart('\n');
    }
}
