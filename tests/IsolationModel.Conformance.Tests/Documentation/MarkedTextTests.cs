namespace IsolationModel.Conformance.Documentation;

public sealed class MarkedTextTests
{
    [Fact]
    public void Carets_give_the_range_in_the_line_above()
    {
        var marked = MarkedText.Parse(["kind: Pod", "#     ^^^ ISM1001", "name: x"]);
        Assert.Equal("kind: Pod\nname: x", marked.Text);
        Assert.Equal([new Marker("ISM1001", 1, 7, 10, string.Empty)], marked.Markers);
    }

    [Fact]
    public void A_mark_directly_behind_a_number_sign_starts_at_the_sign() =>
        Assert.Equal([new Marker("ISM1001", 1, 1, 5, string.Empty)], MarkedText.Parse(["spec:", "#^^^ ISM1001"]).Markers);

    [Fact]
    public void A_mark_directly_behind_slashes_starts_behind_them() =>
        Assert.Equal([new Marker("ISM0002", 1, 3, 6, string.Empty)], MarkedText.Parse(["  \"a\": 1", "//^^^ ISM0002"]).Markers);

    [Fact]
    public void A_bar_marks_a_place_between_characters() =>
        Assert.Equal([new Marker("ISM9006", 1, 4, 4, string.Empty)], MarkedText.Parse(["a: [", "#  | ISM9006"]).Markers);

    [Fact]
    public void Several_markers_may_stand_below_one_line() =>
        Assert.Equal([1, 1], MarkedText.Parse(["a: b", "#^ ISM1001", "#  ^ ISM2001"]).Markers.Select(marker => marker.Line));

    [Fact]
    public void Words_behind_a_colon_are_part_of_the_message() =>
        Assert.Equal("did you mean 'b'?", Assert.Single(MarkedText.Parse(["  \"a\"", "  // ^ ISM0003: did you mean 'b'?"]).Markers).MessagePart);

    [Theory]
    [InlineData("# ISM1001 is not meant here")]
    [InlineData("# ^^^ points at nothing that has an id")]
    [InlineData("^^^ ISM1001")]
    [InlineData("#")]
    public void Other_comments_stay(string line) => Assert.Equal(line, MarkedText.Parse([line]).Text);

    [Fact]
    public void A_marker_needs_a_line_above() => Assert.Throws<FormatException>(() => MarkedText.Parse(["# ^ ISM1001"]));
}
