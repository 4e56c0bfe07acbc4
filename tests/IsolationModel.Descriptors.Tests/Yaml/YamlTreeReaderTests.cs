using CsCheck;
using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Yaml;

public sealed class YamlTreeReaderTests
{
    /// <summary>A document whose key <c>x</c> (perhaps below others) has a value, and the text at that value's place.</summary>
    [Theory]
    [InlineData("x: gvisor", "gvisor")]
    [InlineData("x: 'gvisor'", "'gvisor'")]
    [InlineData("x: \"gv\\u0069sor\"", "\"gv\\u0069sor\"")]
    [InlineData("x: &a gvisor", "gvisor")] // the anchor is not the value
    [InlineData("x: !!str gvisor", "gvisor")]
    [InlineData("x: &a\n  gvisor", "gvisor")]
    [InlineData("a: &a gvisor\nx: *a", "*a")] // the alias's place, not the anchor's
    [InlineData("é: \ud83d\ude00\nx: gvisor", "gvisor")]
    [InlineData("a: 1\r\nx: gvisor\r\n", "gvisor")]
    [InlineData("a: 1\rx: gvisor", "gvisor")]
    [InlineData("{ a: 1, x: gvisor }", "gvisor")]
    [InlineData("x: [ gvisor ]", "[ gvisor ]")]
    [InlineData("x:\n- a\n- b\ny: 1", "- a\n- b")]
    [InlineData("a: 1\nx: gvisor # comment", "gvisor")]
    [InlineData("a: b: c\n---\nx: gvisor", "gvisor")] // behind a broken document
    [InlineData("x: {{ .Values.rc }}", "{{ .Values.rc }}")]
    [InlineData("x: old\nx: new", "new")] // of repeated keys the last one counts
    [InlineData("b: &b { x: far }\n<<: *b", "*b")] // merged entries stand where the merge stands
    [InlineData("b: &b { x: far }\n<<: *b\nx: near", "near")]
    [InlineData("b: &b { x: far }\nx: near\n<<: *b", "*b")] // kubectl lets a later merge win
    public void A_value_stands_at_its_exact_place(string text, string expected)
    {
        var documents = YamlTreeReader.Read(text, CancellationToken.None).Documents;
        var range = new DataCursor(documents[^1])["x"].Range;
        Assert.Equal(expected, text.Substring(range.Start, range.Length));
    }

    [Fact]
    public void Of_several_merged_mappings_the_first_counts()
    {
        const string text = "a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\n<<: [*a, *b]";
        var root = new DataCursor(YamlTreeReader.Read(text, CancellationToken.None).Documents[0]);
        Assert.Equal(("1", "2"), (root["x"].Text, root["y"].Text));
    }

    [Fact]
    public void Everything_behind_an_alias_stands_at_the_alias()
    {
        const string text = "a: &a { b: { c: deep } }\nx: *a";
        var deep = new DataCursor(YamlTreeReader.Read(text, CancellationToken.None).Documents[0])["x"]["b"]["c"];
        Assert.Equal("deep", deep.Text);
        Assert.Equal("*a", text.Substring(deep.Range.Start, deep.Range.Length));
    }

    [Theory]
    [InlineData("x: yes", true)]
    [InlineData("x: Off", false)]
    [InlineData("x: 'true'", null)]
    [InlineData("x: 1", null)]
    public void Booleans_are_those_of_kubectl(string text, bool? value) =>
        Assert.Equal(value, new DataCursor(YamlTreeReader.Read(text, CancellationToken.None).Documents[0])["x"].Scalar!.AsBoolean());

    [Theory]
    [InlineData("x:", true)]
    [InlineData("x: ~", true)]
    [InlineData("x: null", true)]
    [InlineData("x: ''", false)]
    [InlineData("x: 'null'", false)]
    public void Null_is_what_is_not_quoted(string text, bool isNull) =>
        Assert.Equal(isNull, new DataCursor(YamlTreeReader.Read(text, CancellationToken.None).Documents[0])["x"].IsNull);

    [Fact]
    public void A_broken_document_costs_itself()
    {
        var stream = YamlTreeReader.Read("a: 1\n---\nb: [\n---\nc: 3\n--- # comment\nd: 4\n", CancellationToken.None);
        Assert.Equal(["a", "c", "d"], stream.Documents.Select(document => ((DataMapping)document).Entries[0].Key.Value));
        Assert.Equal("ISM9006", Assert.Single(stream.Problems).Rule.Id);
    }

    [Theory]
    [InlineData("a: &a [*a]", "ISM9005", "*a")]
    [InlineData("a: &a { <<: *a }", "ISM9005", "*a")]
    [InlineData("a: *nothing", "ISM9006", "*nothing")]
    public void Aliases_that_mean_nothing_or_themselves_are_told(string text, string rule, string at)
    {
        var problem = Assert.Single(YamlTreeReader.Read(text, CancellationToken.None).Problems);
        Assert.Equal((rule, at), (problem.Rule.Id, text.Substring(problem.Range.Start, problem.Range.Length)));
    }

    [Fact]
    public void A_bomb_of_aliases_is_told_at_the_alias_that_goes_too_far()
    {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var stream = YamlTreeReader.Read(text, CancellationToken.None);
        Assert.Empty(stream.Documents);
        Assert.Equal("ISM9005", Assert.Single(stream.Problems).Rule.Id);
    }

    [Fact]
    public void A_bomb_of_merges_is_told_before_it_is_copied()
    {
        var text = "a0: &a0 { k: 1 }\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} {{ <<: [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 10))}] }}\n"));
        Assert.Equal("ISM9005", Assert.Single(YamlTreeReader.Read(text, CancellationToken.None).Problems).Rule.Id);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_told_and_does_not_overflow_the_stack(string open)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000));
        Assert.Equal("ISM9004", Assert.Single(YamlTreeReader.Read(text, CancellationToken.None).Problems).Rule.Id);
    }

    [Theory]
    [InlineData("---\n[\n", 200_000)] // broken documents
    [InlineData("---\n", 1_100_000)] // empty documents
    [InlineData("---\n\ufeff", 1_100_000)] // empty parts
    [InlineData("- a\n", 1_100_000)]
    public void A_file_of_too_many_parts_is_told_and_what_was_read_is_kept(string part, int times)
    {
        var stream = YamlTreeReader.Read("first: 1\n" + (part[0] == '-' && part[1] == ' ' ? "---\n" : string.Empty) + string.Concat(Enumerable.Repeat(part, times)), CancellationToken.None);
        Assert.Equal("ISM9009", stream.Problems[^1].Rule.Id);
        Assert.InRange(stream.Problems.Count, 1, DescriptorLimits.BrokenDocuments + 1);
        Assert.Equal("first", ((DataMapping)stream.Documents[0]).Entries[0].Key.Value);
    }

    [Fact]
    public void A_stop_is_obeyed()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => YamlTreeReader.Read("a: 1", source.Token));
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_point_outside() =>
        Gen.OneOf("a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "&x ", "*x", "'", "\"", "|\n", ">-\n", "#", "---\n", "...\n", "!t ", "<<", "? ", "\t", ",", "%", "@", "\0", "\ud83d", "\ufeff", "é", "{{ x }}", "\r").Array[0, 30]
            .Sample(words =>
            {
                var text = string.Concat(words);
                var stream = YamlTreeReader.Read(text, CancellationToken.None);
                foreach (var problem in stream.Problems)
                {
                    Inside(problem.Range, text);
                }

                foreach (var document in stream.Documents)
                {
                    Walk(document, text, 0);
                }
            });

    private static void Walk(DataNode node, string text, int depth)
    {
        Inside(node.Range, text);
        if (depth > 20)
        {
            return;
        }

        foreach (var item in (node as DataSequence)?.Items ?? [])
        {
            Walk(item, text, depth + 1);
        }

        foreach (var entry in (node as DataMapping)?.Entries ?? [])
        {
            Walk(entry.Key, text, depth + 1);
            Walk(entry.Value, text, depth + 1);
        }
    }

    private static void Inside(TextRange range, string text)
    {
        Assert.InRange(range.Start, 0, text.Length);
        Assert.InRange(range.Length, 0, text.Length - range.Start);
    }
}
