using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\r\ncd", 3, 1, 4)] // between CR and LF: still the first line
    [InlineData("ab\rcd", 3, 2, 1)]
    [InlineData("a\u2028b", 2, 1, 3)] // editors do not break lines at U+2028
    [InlineData("a\u0085b", 2, 1, 3)]
    [InlineData("\ud83d\ude00x", 2, 1, 3)] // columns count UTF-16 code units
    [InlineData("ab", 99, 1, 3)]
    [InlineData("ab\n", 3, 2, 1)]
    public void Offsets_become_lines_and_columns_as_editors_count_them(string text, int offset, int line, int column) =>
        Assert.Equal(new TextPosition(line, column), new LineMap(text).GetPosition(offset));
}
