using System.Text;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class TextFormTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void What_was_read_is_written_byte_by_byte(string encoding, bool hasMark)
    {
        var target = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? target.GetPreamble() : [], .. target.GetBytes("# café 😀\r\nkind: Pod")];
        var form = TextForm.Of(bytes);
        Assert.Equal((hasMark, encoding == "utf-8"), (form.HasMark, form.IsUtf8));
        Assert.Equal(bytes, form.Encode(TextDecoder.Decode(bytes, bytes.Length, out _)!));
    }
}
