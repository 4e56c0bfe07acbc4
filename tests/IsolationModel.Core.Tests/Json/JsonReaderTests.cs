using CsCheck;
using IsolationModel.Data;
using IsolationModel.Json;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Json;

public sealed class JsonReaderTests
{
    [Fact]
    public void Every_node_knows_its_place()
    {
        const string text = """{ "a": [ 1, "x" ], "b": true }""";
        var root = new DataCursor(JsonReader.Read(text).Root!);
        Assert.Equal("1", Slice(text, root["a"].At(0).Range));
        Assert.Equal("\"x\"", Slice(text, root["a"].At(1).Range));
        Assert.Equal("\"b\"", Slice(text, root["b"].KeyRange));
        Assert.True(root["b"].Scalar!.AsBoolean());
    }

    [Fact]
    public void A_missing_node_points_at_the_key_that_should_have_held_it()
    {
        const string text = """{ "spec": { "x": 1 } }""";
        var missing = new DataCursor(JsonReader.Read(text).Root!)["spec"]["y"]["z"];
        Assert.False(missing.Exists);
        Assert.Equal("\"spec\"", Slice(text, missing.Range));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{", 1)]
    [InlineData("{\"a\":}", 5)]
    [InlineData("{\"a\":1,}", 7)]
    [InlineData("[1 2]", 3)]
    [InlineData("01", 1)]
    [InlineData("1.", 0)]
    [InlineData("\"a", 0)]
    [InlineData("\"a\\x\"", 2)]
    [InlineData("\"\u0001\"", 1)]
    [InlineData("{} x", 3)]
    [InlineData("nul", 0)]
    [InlineData("{'a':1}", 1)]
    public void Text_that_is_not_JSON_is_refused_at_its_place(string text, int at)
    {
        var result = JsonReader.Read(text);
        Assert.Null(result.Root);
        Assert.Equal((JsonProblemKind.Syntax, at), (result.Problems[^1].Kind, result.Problems[^1].Range.Start));
    }

    [Fact]
    public void A_repeated_key_is_told_and_the_last_one_counts()
    {
        var result = JsonReader.Read("""{ "a": 1, "a": 2 }""");
        Assert.Equal(JsonProblemKind.DuplicateKey, Assert.Single(result.Problems).Kind);
        Assert.Equal("2", new DataCursor(result.Root!)["a"].Text);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_told_and_does_not_overflow_the_stack() =>
        Assert.Equal(JsonProblemKind.TooDeep, JsonReader.Read(new string('[', 100_000)).Problems[^1].Kind);

    [Theory]
    [InlineData("\"a\\u00e9\\n\\\"\"", "a\u00e9\n\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\ud83d\ude00")]
    public void Escapes_are_resolved(string text, string value) => Assert.Equal(value, new DataCursor(JsonReader.Read(text).Root!).Text);

    [Fact]
    public void No_text_makes_the_reader_throw_or_point_outside() =>
        Gen.Char["{}[]\",:\\ \ntruefalsn0123.eE-+u\0é"].Array[0, 40].Sample(characters =>
        {
            var text = new string(characters);
            foreach (var problem in JsonReader.Read(text).Problems)
            {
                Assert.InRange(problem.Range.Start, 0, text.Length);
                Assert.InRange(problem.Range.End, 0, text.Length);
            }
        });

    [Fact]
    public void Agrees_with_the_framework_on_what_is_JSON() =>
        Gen.Char["{}[]\",:\\ truefalsn01.e-"].Array[0, 12].Sample(characters =>
        {
            var text = new string(characters);
            Assert.Equal(IsJson(text), JsonReader.Read(text).Root is not null);
        });

    private static bool IsJson(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string Slice(string text, TextRange range) => text.Substring(range.Start, range.Length);
}
