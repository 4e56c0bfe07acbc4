using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Fixes;

/// <summary>An edit changes what it is about and nothing else, whatever stands beside it.</summary>
public sealed class EditPlacesTests
{
    [Theory]
    [InlineData("x: [a, b, c]", 0, "x: [b, c]")]
    [InlineData("x: [a, b, c]", 1, "x: [a, c]")]
    [InlineData("x: [a, b, c]", 2, "x: [a, b]")]
    [InlineData("x: [a]", 0, "x: []")]
    [InlineData("x: [&k a, b]", 0, null)] // the anchor would mean b
    [InlineData("x: [a, &k b]", 0, null)] // the anchor would go
    [InlineData("x: [a, &k b]", 1, null)]
    [InlineData("x: [a, !!str b, c]", 1, null)]
    [InlineData("x: [&k a]", 0, null)]
    [InlineData("x: [a, # why\n b]", 0, null)]
    [InlineData("x:\n- a\n- b", 0, "x:\n- b")]
    [InlineData("x:\n- &k a\n- b", 0, null)]
    [InlineData("x:\n- a\r- b\n- c", 0, null)] // three items in two lines of an editor
    public void An_item_goes_alone_or_stays(string text, int index, string? expected) => Assert.Equal(expected, Apply(text, ValueEdit.Remove(X(text), index, text)));

    [Theory]
    [InlineData("x: [a]", "x: [ALL, a]")]
    [InlineData("x: [ a ]", "x: [ ALL, a ]")]
    [InlineData("x: [&k a]", "x: [ALL, &k a]")]
    [InlineData("x: [!!str a]", "x: [\"ALL\", !!str a]")]
    [InlineData("x:\n- a", "x:\n- ALL\n- a")]
    [InlineData("x:\u2028- a", null)]
    public void An_item_comes_in_front_of_the_properties_of_another(string text, string? expected) => Assert.Equal(expected, Apply(text, ValueEdit.Prepend(X(text), "ALL", text)));

    /// <summary>The line of an editor is not always that of a decoder, and a field would come between a key and its value.</summary>
    [Theory]
    [InlineData("x:\n  a: 1\n  b: 2", true)]
    [InlineData("x:\r\n  a: 1\r\n  b: 2", true)]
    [InlineData("x:\n  a: 1 # c\r  b:\n    c: 2", false)]
    [InlineData("x:\n  a: 1 # c\u0085  b:\n    c: 2", false)]
    [InlineData("x:\r  a: 1\r  b: 2\r", false)]
    public void A_field_is_added_where_lines_are_lines_for_everybody(string text, bool isAdded) => Assert.Equal(isAdded, FieldSlot.Of(X(text), text) is not null);

    private static DataCursor X(string text) => new DataCursor(Assert.Single(YamlTreeReader.Read(text, TestContext.Current.CancellationToken).Documents))["x"];

    private static string? Apply(string text, TextEdit? edit) => edit is { } change ? text.Remove(change.Range.Start, change.Range.Length).Insert(change.Range.Start, change.NewText) : null;
}
