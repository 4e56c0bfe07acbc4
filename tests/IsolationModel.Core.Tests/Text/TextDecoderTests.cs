using System.Text;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class TextDecoderTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Byte_order_marks_are_followed_and_dropped(string encoding)
    {
        var target = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. target.GetPreamble(), .. target.GetBytes("kind: Pod")];
        Assert.Equal("kind: Pod", TextDecoder.Decode(bytes, bytes.Length, out _));
    }

    [Fact]
    public void A_bad_byte_is_told_with_its_offset_and_never_replaced()
    {
        byte[] bytes = [.. "kind: P"u8, 0xFF, .. "od"u8];
        Assert.Null(TextDecoder.Decode(bytes, bytes.Length, out var at));
        Assert.Equal(7, at);
    }

    [Fact]
    public void The_text_in_front_of_a_bad_byte_is_that_behind_the_byte_order_mark()
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. "kind: P"u8, 0xFF, .. "od"u8];
        Assert.Null(TextDecoder.Decode(bytes, bytes.Length, out var at));
        Assert.Equal("kind: P", TextDecoder.DecodeLeniently(bytes, at));
    }
}
