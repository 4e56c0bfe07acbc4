using IsolationModel.Descriptors.Yaml;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Yaml;

/// <summary>What breaks the grammar is told where it stands, and with what to do. Conformance is proven by the YAML test suite, not here.</summary>
public sealed class YamlSyntaxTests
{
    /// <summary>Broken texts, the text that is marked, where it starts, and what is said of it.</summary>
    [Theory]
    [InlineData("a: [1, 2", "[", 1, 4, "'[' is not closed before the document ends")]
    [InlineData("a: [1,\n---\nb: 1", "[", 1, 4, "'[' is not closed before the document ends")]
    [InlineData("a: [1 2: 3 [", "[", 1, 12, "',' or ']' is missing here")]
    [InlineData("a: {b: c]", "]", 1, 9, "',' or '}' is missing here")]
    [InlineData("a: [- b]", "-", 1, 5, "a value cannot start with '-' here; quote it")]
    [InlineData("a: {?b: c}", "?", 1, 5, "a blank is missing behind '?' here; quote a value that starts with it")]
    [InlineData("a: 1\n&x\nb: 2", "\n", 2, 3, "a key or value is missing here")]
    [InlineData("a: &x:y b", ":", 1, 6, "a name behind '&' holds no ':'; put a blank in front of it")]
    [InlineData("a: !!binary b", "b", 1, 13, "what stands behind '!!binary' is no base64")]
    [InlineData("a: \"b", "\"", 1, 4, "the quoted text that starts here does not end")]
    [InlineData("a: 'b\n---\nc: d'", "'", 1, 4, "the quoted text that starts here does not end before the document does")]
    [InlineData("a: \"\\q\"", "\\q", 1, 5, "this escape means nothing; in double quotes a backslash is written '\\\\'")]
    [InlineData("a: \"\\u12g\"", "\\u12g", 1, 5, "this escape needs 4 hexadecimal digits")]
    [InlineData("a: \"\\U00110000\"", "\\U00110000", 1, 5, "there is no character of this number")]
    [InlineData("a: b: c", ":", 1, 5, "a mapping cannot start here; put it into lines of its own, or quote a value that holds ': '")]
    [InlineData("a: - b", "-", 1, 4, "a list cannot start here; put its first '-' into a line of its own")]
    [InlineData("a: 'b' c", "c", 1, 8, "nothing may follow a value in its line; quote all of it, or put what follows into a line of its own")]
    [InlineData("a: 'b'#c", "#", 1, 7, "a blank is missing in front of the comment")]
    [InlineData("a: @b", "@", 1, 4, "a value cannot start with '@'; quote it")]
    [InlineData("a: %b", "%", 1, 4, "a value cannot start with '%'; quote it")]
    [InlineData("a: 1\nb\nc: 2", "b", 2, 1, "this is no entry of the mapping around it: a key and ':' are missing")]
    [InlineData("a: 1\n  b: 2", ":", 2, 4, "a mapping cannot start here; put it into lines of its own, or quote a value that holds ': '")]
    [InlineData("a:\n    b: 1\n  c: 2", "  ", 3, 1, "this line is indented differently from those that it belongs to")]
    [InlineData("a:\n  - b\n c: 2", " ", 3, 1, "this line is indented differently from those that it belongs to")]
    [InlineData("- a\nb: 1", "b", 2, 1, "this is none of the document above; a document starts behind '---'")]
    [InlineData("a: |x\n  b", "x", 1, 5, "behind '|' or '>' only a digit from 1 to 9, '+' or '-', and a comment may stand; the text starts in the next line")]
    [InlineData("a: |\n    \n  b", "    ", 2, 1, "this empty line is indented more than the first line of the text; say how far the text is indented, as in '|2'")]
    [InlineData("a: |\n\tb", "\t", 2, 1, "a tab indents this line; indent with spaces")]
    [InlineData("a: &x &y b", "&", 1, 7, "a node has one anchor and one tag at most")]
    [InlineData("a: & b", "&", 1, 4, "a name is missing behind '&'; quote a value that starts with it")]
    [InlineData("a: &x[b]", "[", 1, 6, "a blank is missing here; quote a value that starts with '&', '*' or '!'")]
    [InlineData("a: &x 1\nb: !t *x", "*", 2, 7, "an alias has no anchor and no tag of its own")]
    [InlineData("a: !x!y b", "!x!", 1, 4, "no '%TAG' directive of this document says what '!x!' means")]
    [InlineData("a: !! b", "!!", 1, 4, "a name is missing behind the tag's '!!'")]
    [InlineData("a: !<x b", "!", 1, 4, "a tag that starts with '!<' ends with '>', without blanks in it")]
    [InlineData("a: !x%zz b", "%", 1, 6, "'%' in a tag is followed by two hexadecimal digits")]
    [InlineData("%YAML 2.0\n---\na: 1", "%YAML 2.0", 1, 1, "one '%YAML 1.2' may stand in front of a document, and no other version")]
    [InlineData("%TAG x y\n---\na: 1", "%TAG x y", 1, 1, "a directive for tags reads '%TAG !name! prefix', once for each name")]
    [InlineData("%YAML 1.2\na: 1", "a", 2, 1, "'---' is missing behind the directives")]
    [InlineData("a: 1\n... b", "b", 2, 5, "nothing but a comment may follow '...' in its line")]
    [InlineData("--- a: 1", ":", 1, 6, "a mapping cannot start here; put it into lines of its own, or quote a value that holds ': '")]
    public void A_broken_text_is_told_where_it_breaks(string text, string marked, int line, int column, string what)
    {
        var problem = YamlTreeReader.Read(text, TestContext.Current.CancellationToken).Problems[0];
        Assert.Equal(
            ("ISM9006", $"the YAML is not well-formed: {what}", marked, new TextPosition(line, column)),
            (problem.Rule.Id, problem.Message, text.Substring(problem.Range.Start, problem.Range.Length), new LineMap(text).GetPosition(problem.Range.Start)));
    }

    /// <summary>What decoders in the cluster take, though the specification does not (goyaml.v2 in kubernetes-sigs/yaml).</summary>
    [Theory]
    [InlineData("x: [\na,\nb\n]\ny: 1")]
    [InlineData("x: [\n\ta,\n\tb\n]\ny: 1")]
    [InlineData("x: {\n\"a\": 1\n}\ny: 1")]
    [InlineData("x: \"a\nb\"\ny: 1")]
    public void Lines_in_brackets_and_quotes_need_no_indentation(string text)
    {
        var stream = YamlTreeReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Empty(stream.Problems);
        Assert.Equal("1", new Data.DataCursor(Assert.Single(stream.Documents))["y"].Text);
    }

    /// <summary>Breaks that only YAML 1.1 has are breaks for goyaml (yamlprivateh.go), so what they seem to hide in a comment counts in the cluster.</summary>
    [Theory]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void No_break_hides_a_field_in_a_comment(char lineBreak) => Assert.Equal(
        "true",
        new Data.DataCursor(Assert.Single(YamlTreeReader.Read($"a: 1 # harmless{lineBreak}x: true", TestContext.Current.CancellationToken).Documents))["x"].Text);

    [Fact]
    public void A_key_is_no_longer_than_the_specification_allows()
    {
        static int Problems(int length) => YamlTreeReader.Read($"{new string('k', length)}: 1", TestContext.Current.CancellationToken).Problems.Count;
        Assert.Equal((0, 1), (Problems(1024), Problems(1025)));
    }

    /// <summary>A pair in brackets is a mapping without braces, and nests like one.</summary>
    [Theory]
    [InlineData("[a: ", 127, 0)]
    [InlineData("[a: ", 129, 1)]
    public void Pairs_in_brackets_count_as_levels(string open, int times, int problems)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + "x" + new string(']', times);
        Assert.Equal(problems, YamlTreeReader.Read(text, TestContext.Current.CancellationToken).Problems.Count);
    }
}
