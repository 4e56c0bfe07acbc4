using System.Text;
using CsCheck;
using IsolationModel.Data;
using IsolationModel.Descriptors.Toml;
using IsolationModel.Rules;

namespace IsolationModel.Descriptors.Tests.Toml;

/// <summary>TOML 1.0 as its specification has it, with the places of everything; sections named in the rows are those of the specification.</summary>
public sealed class TomlReaderTests
{
    private static readonly string[] Parts = ["[a]", "[[a]]", "a", "=", "1", "\"x\"", "{", "}", "[", "]", ",", ".", "\n", "\"\"\"", "'''", "1979-05-27 ", "\\u", "a.b"];

    [Theory]
    [InlineData("a = 1", "{a:1}")]
    [InlineData("", "{}")]
    [InlineData("# nothing\r\n\r\n", "{}")]
    [InlineData("a = 1 # one\r\nb = 2", "{a:1,b:2}")] // Comment; CRLF
    [InlineData("a.b.c = 1\na.b.d = 2", "{a:{b:{c:1,d:2}}}")] // Keys: dotted
    [InlineData("a . b = 1", "{a:{b:1}}")]
    [InlineData("\"a.b\" = 1\n'c d' = 2\n\"\" = 3", "{a.b:1,c d:2,:3}")] // Keys: quoted
    [InlineData("1234 = 1", "{1234:1}")]
    [InlineData("[a]\nb = 1\n[a.c]\nd = 2", "{a:{b:1,c:{d:2}}}")] // Table
    [InlineData("[a.b.c]\nd = 1\n[a]\ne = 2", "{a:{b:{c:{d:1}},e:2}}")] // Table: a parent may come later
    [InlineData("[ a . \"b.c\" ]\nd = 1", "{a:{b.c:{d:1}}}")]
    [InlineData("[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runsc]\nruntime_type = \"io.containerd.runsc.v1\"", "{plugins:{io.containerd.grpc.v1.cri:{containerd:{runtimes:{runsc:{runtime_type:\"io.containerd.runsc.v1\"}}}}}}")]
    [InlineData("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3", "{a:[{b:1},{b:2,c:{d:3}}]}")] // Array of Tables
    [InlineData("[[a]]\n[[a.b]]\nc = 1\n[[a.b]]", "{a:[{b:[{c:1},{}]}]}")]
    [InlineData("a = [1, 2,\n  # three\n  3,\n]", "{a:[1,2,3]}")] // Array
    [InlineData("a = [[1], ['x', \"y\"], []]", "{a:[[1],[\"x\",\"y\"],[]]}")]
    [InlineData("a = { b = 1, c.d = 2, \"e\" = {} }", "{a:{b:1,c:{d:2},e:{}}}")] // Inline Table
    [InlineData("a = [ { b = 1 }, { b = 2 } ]", "{a:[{b:1},{b:2}]}")]
    [InlineData("a = true\nb = false", "{a:true,b:false}")]
    [InlineData("a = +1_000\nb = -0\nc = 0xDEAD_beef\nd = 0o755\ne = 0b11", "{a:+1_000,b:-0,c:0xDEAD_beef,d:0o755,e:0b11}")] // Integer
    [InlineData("a = 1.5\nb = -2e+10\nc = 6.6_6E-3\nd = inf\ne = -nan", "{a:1.5,b:-2e+10,c:6.6_6E-3,d:inf,e:-nan}")] // Float
    [InlineData("a = 1979-05-27\nb = 07:32:00.5\nc = 1979-05-27 07:32:00\nd = 1979-05-27T07:32:00.1-07:00\ne = 1979-05-27t07:32:00z", "{a:1979-05-27,b:07:32:00.5,c:1979-05-27 07:32:00,d:1979-05-27T07:32:00.1-07:00,e:1979-05-27t07:32:00z}")]
    public void A_document_has_the_tree_that_the_specification_gives_it(string text, string tree) => Assert.Equal(tree, Shown(Read(text)));

    [Theory]
    [InlineData("\"a\\tb\\\"\\\\\"", "a\tb\"\\")]
    [InlineData("\"\\u00e9\\U0001F600\"", "é😀")]
    [InlineData("'C:\\temp'", "C:\\temp")] // Literal strings know no escapes
    [InlineData("\"\"\"\none\n\"two\" \"\"\"", "one\n\"two\" ")]
    [InlineData("\"\"\"\r\none\"\"\"", "one")]
    [InlineData("\"\"\"one \\\n   \n  two\"\"\"", "one two")]
    [InlineData("\"\"\"\"one\"\"\"\"\"", "\"one\"\"")] // quotes beside the closing ones
    [InlineData("'''\n\\one'two'''", "\\one'two")]
    [InlineData("'''a\nb'''", "a\nb")]
    public void A_string_has_the_value_that_the_specification_gives_it(string written, string value)
    {
        var scalar = Assert.IsType<DataScalar>(Assert.Single(Read($"a = {written} # behind").Entries).Value);
        Assert.Equal((value, false), (scalar.Value, scalar.IsPlain));
    }

    [Theory]
    [InlineData("a", "", "'='")]
    [InlineData("= 1", "=", "a key is expected")]
    [InlineData("a = ", "", "a value is expected")]
    [InlineData("a = runsc", "runsc", "text stands within quotes")]
    [InlineData("a = yes", "yes", "text stands within quotes")] // YAML's words are none of TOML's
    [InlineData("a = 012", "012", "no value")]
    [InlineData("a = 1__0", "1__0", "no value")]
    [InlineData("a = 1.", "1.", "no value")]
    [InlineData("a = 0x", "0x", "no value")]
    [InlineData("a = -0x1", "-0x1", "no value")]
    [InlineData("a = 1979-05-27T", "1979-05-27T", "no value")]
    [InlineData("a = 1 b = 2", "b", "nothing but a comment")]
    [InlineData("a = 1\na = 2", "a", "'a' is defined twice")]
    [InlineData("a = 1\na.b = 2", "a", "'a' is defined already")]
    [InlineData("a.b = 1\n[a]", "a", "'a' is defined twice")] // Table: not over dotted keys
    [InlineData("[a.b]\n[a]\nb.c = 1", "b", "'b' is defined already")]
    [InlineData("[a]\n[a]", "a", "'a' is defined twice")]
    [InlineData("a = []\n[[a]]", "a", "not as a list of tables")]
    [InlineData("[[a]]\n[a]", "a", "'a' is defined twice")]
    [InlineData("a = {}\n[a.b]", "a", "'a' is a value already")] // Inline Table: complete where it stands
    [InlineData("a = { b = 1,\n c = 2 }", "\n", "a key is expected")]
    [InlineData("a = { b = 1, }", "}", "a key is expected")]
    [InlineData("a = { b = 1", "", "parted by ','")]
    [InlineData("a = [1 2]", "2", "parted by ','")]
    [InlineData("a = [1", "", "parted by ','")]
    [InlineData("[a", "", "ends with ']'")]
    [InlineData("[[a]", "]", "ends with ']]'")]
    [InlineData("[]", "]", "a key is expected")]
    [InlineData("a = \"b", "\"b", "does not end")]
    [InlineData("a = \"b\nc\"", "\"b", "does not end")]
    [InlineData("a = '''b", "'''b", "does not end")]
    [InlineData("a = \"\\q\"", "\\q", "no such escape")]
    [InlineData("a = \"\\ud800\"", "\\ud800", "4 hexadecimal digits")]
    [InlineData("a = \"\\u12\"", "\\u12\"", "4 hexadecimal digits")]
    [InlineData("a = \"\u0001\"", "\u0001", "control character")]
    [InlineData("\"\"\"a\"\"\" = 1", "\"", "one line")]
    public void What_breaks_the_grammar_is_told_at_its_place(string text, string place, string message)
    {
        var document = TomlReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Null(document.Root);
        Assert.Equal((InputRules.SyntaxError, place), (document.Problem!.Rule, Sample.At(text, document.Problem.Range)));
        Assert.Contains(message, document.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_has_its_place()
    {
        const string text = "top = 'x'\r\n[a.\"b.c\"]\r\nd = [ \"e\", { f = 10 } ]\r\n[[g]]\r\n";
        var root = new DataCursor(Read(text));
        var table = root["a"]["b.c"];
        Assert.Equal(
            ["'x'", "[a.\"b.c\"]", "d", "[ \"e\", { f = 10 } ]", "\"e\"", "10", "[[g]]"],
            new[] { root["top"].Range, table.Range, table["d"].KeyRange, table["d"].Range, table["d"].At(0).Range, table["d"].At(1)["f"].Range, root["g"].At(0).Range }
                .Select(range => Sample.At(text, range)));
        Assert.Equal("e", Sample.At(text, table["d"].At(0).RangeOf(0, 1)));
        Assert.Equal("\"b.c\"", Sample.At(text, table["missing"].Range)); // what is absent: the key that should have held it
    }

    [Theory]
    [InlineData(100_000, "a = ", "[", "ISM9004")]
    [InlineData(100_000, "a = ", "{a=", "ISM9004")]
    [InlineData(100_000, "a", ".a", "ISM9004")]
    [InlineData(100_000, "[a", ".a", "ISM9004")]
    [InlineData(1_100_000, "a = [", "1,", "ISM9009")]
    [InlineData(1_100_000, "", "[[a]]\n", "ISM9009")]
    public void Hostile_texts_meet_a_limit(int count, string start, string part, string rule)
    {
        var text = new StringBuilder(start).Insert(start.Length, part, count).ToString();
        Assert.Equal(rule, TomlReader.Read(text, TestContext.Current.CancellationToken).Problem?.Rule.Id);
    }

    [Fact]
    public void Depth_within_the_limit_is_read()
    {
        var text = $"a = {new string('[', DescriptorLimits.Depth)}{new string(']', DescriptorLimits.Depth)}";
        Assert.Null(TomlReader.Read(text, TestContext.Current.CancellationToken).Problem);
        Assert.NotNull(TomlReader.Read(text.Replace("[]", "[[]]", StringComparison.Ordinal), TestContext.Current.CancellationToken).Problem);
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.OneOf(
            Gen.Char["[]{}=.,\"'\\#\n\r\t aenu019-+_:TZ\u0001é\ud800"].Array[0, 40].Select(characters => new string(characters)),
            Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 20].Select(string.Concat))
        .Sample(
            text =>
            {
                var document = TomlReader.Read(text, CancellationToken.None);
                return (document.Root is null) == (document.Problem is not null) && (document.Problem is not { Range: var range } || (range.Start >= 0 && range.End <= text.Length));
            },
            iter: 20_000);

    [Fact]
    public void Reading_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => TomlReader.Read("a = 1", source.Token));
    }

    private static DataMapping Read(string text)
    {
        var document = TomlReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Null(document.Problem?.Message);
        return document.Root!;
    }

    private static string Shown(DataNode node) => node switch
    {
        DataScalar { IsPlain: true } scalar => scalar.Value,
        DataScalar scalar => $"\"{scalar.Value}\"",
        DataSequence sequence => $"[{string.Join(',', sequence.Items.Select(Shown))}]",
        DataMapping mapping => $"{{{string.Join(',', mapping.Entries.Select(entry => $"{entry.Key.Value}:{Shown(entry.Value)}"))}}}",
        _ => "?",
    };
}
