using System.Text;
using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Yaml;

/// <summary>
/// Texts as the cluster reads them. Where a row names no other source, it was measured with kubectl 1.32
/// (<c>kubectl label --local -f file -o json</c>), which decodes with goyaml.v2 of kubernetes-sigs/yaml.
/// </summary>
public sealed class ClusterYamlTests
{
    [Theory]
    [InlineData("12", 12L)]
    [InlineData("+12", 12L)]
    [InlineData("-0", 0L)]
    [InlineData("0777", 511L)] // YAML 1.1
    [InlineData("-017", -15L)]
    [InlineData("00", 0L)]
    [InlineData("08", 8L)] // no octal number, but a fraction that comes out whole
    [InlineData("0o17", 15L)] // YAML 1.2
    [InlineData("0O17", 15L)]
    [InlineData("-0o17", -15L)]
    [InlineData("0x10", 16L)]
    [InlineData("0X1F", 31L)]
    [InlineData("-0x1F", -31L)]
    [InlineData("0b1", 1L)]
    [InlineData("0B1", 1L)]
    [InlineData("-0b11", -3L)]
    [InlineData("1_000", 1000L)]
    [InlineData("1__0", 10L)]
    [InlineData("1_", 1L)]
    [InlineData("0_7", 7L)]
    [InlineData("0b_1", 1L)]
    [InlineData("-_1", -1L)]
    [InlineData("9223372036854775807", long.MaxValue)] // goyaml.v2 decode_test.go
    [InlineData("-9223372036854775808", long.MinValue)] // goyaml.v2 decode_test.go
    [InlineData("-0b1000000000000000000000000000000000000000000000000000000000000000", long.MinValue)] // goyaml.v2 decode_test.go
    [InlineData("!!int \"1\"", 1L)]
    [InlineData("!!int '0x10'", 16L)]
    [InlineData("9223372036854775808", null)] // arrives as 9223372036854776000
    [InlineData("0999999999999999999", null)] // arrives as another number
    [InlineData("_1", null)]
    [InlineData("0x", null)]
    [InlineData("0x_", null)]
    [InlineData("0xG", null)]
    [InlineData("0b", null)]
    [InlineData("0b2", null)]
    [InlineData("0_0x1", null)]
    [InlineData("+", null)]
    [InlineData("+-1", null)]
    [InlineData("1,000", null)]
    [InlineData("1:30", null)] // no sexagesimal numbers
    [InlineData("2001-01-01", null)]
    [InlineData("'1'", null)]
    [InlineData("\"1\"", null)]
    [InlineData("!!str 1", null)]
    [InlineData("! 1", null)]
    [InlineData("!own 1", null)] // goyaml.v2 resolve.go: no resolvable tag
    [InlineData("1.0", 1L)]
    [InlineData("1e0", 1L)]
    [InlineData("1.5", null)]
    [InlineData(".5", null)]
    [InlineData("\u0661", null)] // an Arabic one is a word
    public void An_integer_is_what_kubectl_takes_for_one(string written, long? value) => Assert.Equal(value, X($"x: {written}").Scalar!.AsInteger());

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-7", -7L)]
    [InlineData("\"7\"", null)]
    [InlineData("1.0", 1L)] // measured: kubectl sends 1
    [InlineData("1e0", 1L)]
    [InlineData("1.5", null)]
    [InlineData("true", null)]
    public void An_integer_in_json_is_a_whole_number(string written, long? value)
    {
        var read = Json.JsonReader.Read($"{{\"x\":{written}}}");
        Assert.Equal(value, new DataCursor(read.Root!)["x"].Scalar!.AsInteger());
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("Y", true)]
    [InlineData("n", false)]
    [InlineData("N", false)]
    [InlineData("yes", true)]
    [InlineData("Yes", true)]
    [InlineData("on", true)]
    [InlineData("off", false)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    [InlineData("!!bool yes", true)]
    [InlineData("!!bool \"true\"", true)]
    [InlineData("tRUE", null)] // goyaml.v2 resolve.go
    [InlineData("yEs", null)] // goyaml.v2 resolve.go
    [InlineData("\"true\"", null)]
    [InlineData("'yes'", null)]
    [InlineData("! true", null)]
    [InlineData("!!str yes", null)]
    [InlineData("|\n  true", null)] // block scalars are strings
    [InlineData("1", null)]
    public void A_boolean_is_what_kubectl_takes_for_one(string written, bool? value) => Assert.Equal(value, X($"x: {written}").Scalar!.AsBoolean());

    [Theory]
    [InlineData("!!null ''", true)] // goyaml.v2 decode_test.go
    [InlineData("!!str null", false)]
    [InlineData("!!str", false)]
    [InlineData("Null", true)]
    [InlineData("nULL", false)] // goyaml.v2 resolve.go
    public void Null_is_what_kubectl_takes_for_it(string written, bool isNull) => Assert.Equal(isNull, X($"x: {written}").IsNull);

    /// <summary>Texts, the documents in them, and what stands at the value of the last <c>x</c>.</summary>
    [Theory]
    [InlineData("x:\tgvisor", 1, "gvisor")]
    [InlineData("x:\t\tgvisor\t# why", 1, "gvisor")]
    [InlineData("\ufeffx: gvisor", 1, "gvisor")]
    [InlineData("\ufeff---\nx: gvisor", 1, "gvisor")]
    [InlineData("a: 1\n---\n\ufeffx: gvisor", 2, "gvisor")] // files with marks, put one behind the other
    [InlineData("a: 1\n...\n\ufeff---\nx: gvisor", 2, "gvisor")]
    [InlineData("\ufeffa: 1\n---\n\ufeffb: 1\n---\n\ufeffx: gvisor", 3, "gvisor")]
    [InlineData("---\r\na: 1\r\n---\r\nx: gvisor\r\n", 2, "gvisor")]
    [InlineData("---\ra: 1\r---\rx: gvisor\r", 2, "gvisor")] // YAML 1.2.2, 5.4
    [InlineData("# only\n---\n# a comment\n---\nx: gvisor", 2, "gvisor")]
    [InlineData("--- {x: gvisor}", 1, "gvisor")] // YAML 1.2.2, 9.1.3; kubectl drops what stands behind the mark
    [InlineData("---\tx: gvisor", 0, null)] // YAML 1.2.2, 8.2.3: no mapping in the line of the mark
    [InlineData("a: 1\n...\nx: gvisor", 2, "gvisor")] // YAML 1.2.2, 9.1.4; kubectl drops what stands behind the mark
    [InlineData("a: 1\n...\n---\nx: gvisor\n...\n", 2, "gvisor")]
    [InlineData("a: 1\n... # end\n---\nx: gvisor\n", 2, "gvisor")] // YAML 1.2.2, 9.1.2
    [InlineData("null\n---\nx: gvisor", 2, "gvisor")]
    [InlineData("~\n---\nx: gvisor", 2, "gvisor")]
    [InlineData("%YAML 1.1\n---\nx: gvisor", 1, "gvisor")]
    [InlineData("%YAML 1.2\n---\nx: gvisor", 1, "gvisor")] // YAML 1.2.2, 6.8.1; kubectl refuses it
    [InlineData("%TAG !y! tag:yaml.org,2002:\n---\nx: !y!str gvisor", 1, "gvisor")] // goyaml.v2 decode_test.go
    [InlineData("a: 1\n---\n{\"x\":\"gvisor\"}\n---\nb: 1", 3, "\"gvisor\"")]
    [InlineData("a: 1\n---\n{\n\t\"x\":\t\"gvisor\"\n}\n", 2, "\"gvisor\"")] // YAML 1.2.2, 6.1: tabs may separate tokens in flow style
    [InlineData("x: |\n  a\n  b\ny: 1", 1, "|\n  a\n  b\n")]
    [InlineData("x: >-\n  a\n  b\n\n\ny: 1", 1, ">-\n  a\n  b\n\n\n")]
    [InlineData("x: |2-\n    a\n", 1, "|2-\n    a\n")]
    [InlineData("x: |\r\n  a\r\n  b\r\ny: 1", 1, "|\r\n  a\r\n  b\r\n")]
    public void A_value_stands_where_it_is_written(string text, int documents, string? expected)
    {
        var stream = YamlTreeReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Equal(documents, stream.Documents.Count);
        Assert.Equal(expected is null, stream.Problems.Count > 0);
        var found = stream.Documents.Select(document => new DataCursor(document)["x"]).LastOrDefault(cursor => cursor.Exists);
        Assert.Equal(expected, found.Exists ? At(text, found.Range) : null);
    }

    [Theory]
    [InlineData("on", "on")]
    [InlineData("123", "123")]
    [InlineData("1.5", "1.5")]
    [InlineData("\"on\"", "on")]
    [InlineData("? on\n", "on")]
    public void A_key_that_is_no_string_keeps_its_spelling(string key, string name)
    {
        var root = new DataCursor(Assert.Single(Read($"{key}: 1\nx: 2").Documents));
        Assert.Equal(("1", "2"), (root[name].Text, root["x"].Text));
    }

    /// <summary>Broken texts, and where the message stands.</summary>
    [Theory]
    [InlineData("x:\n\ty: 1", 2, 1)] // kubectl: found character that cannot start any token
    [InlineData("x:\n  y: 1\n\tz: 2", 3, 1)]
    [InlineData("a: 1\r\nx:\r\n\ty: 1\r\n", 3, 1)]
    [InlineData("a: 1\rx:\r\ty: 1\r", 3, 1)]
    public void A_tab_that_indents_is_told_where_it_stands(string text, int line, int column)
    {
        var problem = Assert.Single(Read(text).Problems);
        Assert.Equal(("ISM9006", new TextPosition(line, column)), (problem.Rule.Id, new LineMap(text).GetPosition(problem.Range.Start)));
    }

    [Fact]
    public void An_anchor_of_another_document_is_none()
    {
        var stream = Read("a: &x 1\n---\nx: *x\n---\nc: 1");
        Assert.Equal(["a", "c"], stream.Documents.Select(document => ((DataMapping)document).Entries[0].Key.Value));
        Assert.Equal("ISM9006", Assert.Single(stream.Problems).Rule.Id);
    }

    [Theory]
    [InlineData("a: &a { x: 1 }\nb: &b { x: 2 }\nc:\n  <<: [*b, *a]", "2", "*b")]
    [InlineData("a: &a { x: 1 }\nb: &b { y: 2 }\nc:\n  <<: [*b, *a]", "1", "*a")]
    [InlineData("c:\n  <<: [{ x: 1 }, { x: 2 }]", "1", "1")]
    public void A_merge_of_a_list_stands_at_the_alias_that_brings_the_value(string text, string value, string at)
    {
        var x = new DataCursor(Assert.Single(Read(text).Documents))["c"]["x"];
        Assert.Equal((value, at), (x.Text, At(text, x.Range)));
    }

    /// <summary>What could be hidden from a reader that takes a text otherwise than the cluster: each row is what kubectl makes of it.</summary>
    [Theory]
    [InlineData("base: &b {hostNetwork: true}\nx:\n  !!merge <<: *b", "hostNetwork", "true")]
    [InlineData("base: &b {hostNetwork: true}\nx:\n  ! \"<<\": *b", "hostNetwork", "true")]
    [InlineData("base: &b {hostNetwork: true}\nx:\n  !<tag:yaml.org,2002:merge> \"<<\": *b", "hostNetwork", "true")]
    [InlineData("base: &b {hostNetwork: true}\nx:\n  \"<<\": *b", "hostNetwork", null)]
    [InlineData("g: &g <<\nx:\n  privileged: true\n  *g : {privileged: false}", "privileged", "true")]
    [InlineData("a: &x\n  b: &x {privileged: true}\nx: *x", "privileged", "true")]
    [InlineData("x:\n  !!binary \"cHJpdmlsZWdlZA==\": true", "privileged", "true")]
    [InlineData("x:\n  type: !!binary VW5jb25maW5lZA==", "type", "Unconfined")]
    [InlineData("x: {args: [cat, -]}", "args", null)]
    [InlineData("x: {a: -}", "a", "-")]
    [InlineData("x: {-: a}", "-", "a")]
    [InlineData("x: {a: \"b\\'c\"}", "a", "b'c")]
    public void Nothing_is_read_otherwise_than_the_cluster_does(string text, string key, string? value)
    {
        var stream = Read(text);
        Assert.Empty(stream.Problems);
        Assert.Equal(value, new DataCursor(Assert.Single(stream.Documents))["x"][key].Text);
    }

    /// <summary>Where the specification and goyaml.v2 part, and neither refuses the text, nothing is guessed.</summary>
    [Theory]
    [InlineData("x: {?hostNetwork: true}")] // a key of that name for the specification, "hostNetwork" for goyaml.v2
    [InlineData("x: {type: !t,a: Unconfined}")] // the tag is "!t", or "!t,a:"
    [InlineData("x: {privileged:, a: b}")] // a key "privileged", or "privileged:"
    [InlineData("x: &a:b")] // the anchor is "a:b", or "a" in front of the text ":b"
    [InlineData("k: &a privileged\n*a: true")] // the alias is "a:", or "a" as a key
    public void What_is_read_in_two_ways_is_refused(string text) => Assert.Equal("ISM9006", Assert.Single(Read(text).Problems).Rule.Id);

    [Fact]
    public void Merges_do_not_multiply_a_file_document_by_document()
    {
        var document = "a: &a {k: 1}\n" + string.Concat(Enumerable.Range(1, 6).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} {{<<: [{string.Join(", ", Enumerable.Repeat($"*{(char)('a' + i - 1)}", 7))}]}}\n"));
        var stream = Read(string.Concat(Enumerable.Repeat(document + "---\n", 40)) + "last: 1");
        Assert.InRange(stream.Documents.Count, 2, 10);
        Assert.All(stream.Problems, static problem => Assert.Equal("ISM9005", problem.Rule.Id));
        Assert.Equal("last", ((DataMapping)stream.Documents[^1]).Entries[0].Key.Value);
    }

    [Fact]
    public void Merges_that_nest_are_counted()
    {
        var text = string.Concat(Enumerable.Repeat("{<<: ", 200)) + "{" + string.Join(", ", Enumerable.Repeat("a", 20_000)) + "}" + new string('}', 200);
        Assert.Equal("ISM9005", Assert.Single(Read(text).Problems).Rule.Id);
    }

    [Theory]
    [InlineData("a: [\r---\rb: 1\r")]
    [InlineData("a: [\u0085---\u0085b: 1")]
    public void Documents_behind_a_broken_one_are_read_whatever_ends_the_lines(string text) =>
        Assert.Equal("1", new DataCursor(Assert.Single(Read(text).Documents))["b"].Text);

    [Fact]
    public void A_key_that_an_alias_names_stands_where_the_alias_does()
    {
        const string text = "note: &k runAsUser\nx:\n  *k : 0";
        var entry = Assert.Single(((DataMapping)new DataCursor(Assert.Single(Read(text).Documents))["x"].Node!).Entries);
        Assert.Equal(("runAsUser", "*k"), (entry.Key.Value, At(text, entry.Key.Range)));
    }

    [Fact]
    public void A_manifest_of_ten_megabytes_is_read_to_its_end()
    {
        const int size = 10_000_000;
        var text = new StringBuilder(size + 1000);
        var count = 0;
        while (text.Length < size)
        {
            text.Append("---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: shop-").Append(count++)
                .Append("\n  annotations:\n    note: ").Append('x', 2000).Append("\nspec:\n  runtimeClassName: gvisor\n  containers:\n    - name: web\n      image: web:1\n");
        }

        var file = Sample.Read(text.ToString());
        Assert.Empty(file.Findings);
        Assert.Equal((count, count), (file.DocumentCount, file.Workloads.Count));
        Assert.Equal(($"shop-{count - 1}", "gvisor"), (file.Workloads[^1].Name, file.Workloads[^1].Runtime.Name));
    }

    private static YamlStream Read(string text) => YamlTreeReader.Read(text, TestContext.Current.CancellationToken);

    private static DataCursor X(string text) => new DataCursor(Assert.Single(Read(text).Documents))["x"];

    private static string At(string text, TextRange range) => text.Substring(range.Start, range.Length);
}
