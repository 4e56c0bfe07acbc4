using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class JoinedLineMapTests
{
    [Fact]
    public void A_place_leads_back_to_its_file()
    {
        var joined = new JoinedLineMap();
        var a = joined.Add("a.yaml", new LineMap("one\ntwo"), 0, 7);
        var b = joined.Add("b.yaml", new LineMap("three\nfour"), 6, 4);
        var c = joined.AddWhole("c.yaml", new LineMap("x: |\n  text"), new TextRange(3, 8), 5);
        Assert.Equal(("a.yaml", 4, 2, 1), Describe(joined, a + 4));
        Assert.Equal(("b.yaml", 8, 2, 3), Describe(joined, b + 2));
        Assert.Equal(new TextPosition(2, 3), joined.GetPosition(b + 2));
        var whole = joined.PlaceOf("other", new TextRange(c + 2, 1));
        Assert.Equal(("c.yaml", new TextRange(3, 8)), (whole.File, whole.Range));
        Assert.Equal(new TextPosition(1, 4), joined.GetPosition(c + 4));
    }

    [Fact]
    public void A_range_over_pieces_of_one_file_keeps_both_ends()
    {
        var joined = new JoinedLineMap();
        var lines = new LineMap("p: |\n  ab\n  cd\n");
        var first = joined.Add("p.yaml", lines, 7, 2);
        var second = joined.Add("p.yaml", lines, 12, 2);
        Assert.Equal(new TextRange(8, 5), joined.PlaceOf("p.yaml", TextRange.FromBounds(first + 1, second + 1)).Range);
    }

    [Fact]
    public void Without_pieces_every_place_is_the_start()
    {
        var joined = new JoinedLineMap();
        Assert.Equal(new TextPosition(1, 1), joined.GetPosition(5));
        Assert.Equal("file.yaml", joined.PlaceOf("file.yaml", new TextRange(5, 1)).File);
        Assert.True(joined.HasRoomFor(1000));
        Assert.False(joined.HasRoomFor(int.MaxValue - 1));
    }

    private static (string File, int Start, int Line, int Column) Describe(JoinedLineMap joined, int offset)
    {
        var place = joined.PlaceOf(string.Empty, new TextRange(offset, 1));
        return (place.File, place.Range.Start, place.Start.Line, place.Start.Column);
    }
}
