using System.Text;
using CsCheck;

namespace IsolationModel.Descriptors.Tests.Suppressions;

/// <summary>
/// What a comment speaks for. The texts are pods whose place in question is marked: <c>«</c> and <c>»</c> stand around what is expected to be
/// covered, and are taken out before the text is read.
/// </summary>
public sealed class SuppressionCommentTests
{
    private const string Comment = "# isolation: disable ISM1001 -- why";
    private const string Head = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n";

    [Theory]
    // In a line of its own: what follows, with everything below it.
    [InlineData("spec:\n  #!\n  «hostPID: true»\n  hostIPC: true")]
    [InlineData("#!\n«spec:\n  hostPID: true\n  hostIPC: true»")]
    [InlineData("spec:\n#!\n  «hostPID: true»")]
    [InlineData("spec:\n  #!\n\n  # another comment\n  «hostPID: true»")]
    [InlineData("spec:\n  #!\n  «\"hostPID\": true»")]
    [InlineData("spec:\n  containers:\n    #!\n    - «name: web\n      image: web:1»\n    - name: api")]
    [InlineData("spec:\n  containers:\n    - name: web\n    #!\n    - «name: api\n      image: api:1»")]
    [InlineData("spec:\n  containers:\n    - name: web\n      #!\n      «image: web:1»")]
    [InlineData("spec:\n  containers:\n    -\n      #!\n      «name: web\n      image: web:1»")]
    [InlineData("spec:\n  containers:\n    - #!\n      «name: web\n      image: web:1»")]
    [InlineData("spec:\n  containers: [\n    #!\n    «{ name: web }», { name: api } ]")]
    // At the end of a line: what starts in that line, with everything below it.
    [InlineData("«spec: #!\n  hostPID: true\n  hostIPC: true»")]
    [InlineData("spec:\n  «hostPID: true» #!\n  hostIPC: true")]
    [InlineData("spec:\n  containers:\n    - «name: web #!\n      image: web:1»\n    - name: api")]
    [InlineData("spec:\n  containers:\n    - name: web\n      «image: web:1» #!")]
    [InlineData("spec:\n  «containers: #!\n    - name: web»")]
    [InlineData("spec:\n  «text: | #!\n    a\n    b\n»  hostPID: true")]
    [InlineData("spec:\n  «hostPID: true»\t#!, and more # of it")]
    [InlineData("spec:\n  «hostPID: true» # a reviewer #!")]
    [InlineData("spec:\n  «args: [ a,\n    b\n  ]» #!\n  hostPID: true")]
    [InlineData("spec:\n  «hostPID:» #!\n  hostIPC: true")]
    public void A_comment_speaks_for_a_node(string marked)
    {
        var (text, scope) = Parse(Head + marked.Replace("#!", Comment, StringComparison.Ordinal));
        var suppression = Assert.Single(Sample.Read(text).Suppressions);
        Assert.Equal(scope, Sample.At(text, suppression.Scope));
        Assert.Equal(("ISM1001", "ISM1001"), (suppression.RuleId, Sample.At(text, suppression.Range)));
    }

    [Theory]
    [InlineData("#!\n«" + Head + "spec: {}»")] // above everything: the document
    [InlineData("#!\n---\n«" + Head + "spec: {}»")]
    [InlineData("--- #!\n«" + Head + "spec: {}»")]
    [InlineData("# a licence\n\n#!\n---\n# more\n«" + Head + "spec: {}»\n---\na: 1")]
    [InlineData("a: 1\n---\n#!\n«" + Head + "spec: {}»")]
    [InlineData("«apiVersion: v1 #!\nkind: Pod»")]
    [InlineData("\ufeff#!\n«" + Head + "spec: {}»")]
    [InlineData("#!\r\n«apiVersion: v1\r\nkind: Pod»\r\n")]
    [InlineData("apiVersion: v1\rkind: Pod\rspec:\r  #!\r  «hostPID: true»\r  hostIPC: true")]
    public void At_the_start_of_a_document_it_speaks_for_the_document(string marked)
    {
        var (text, scope) = Parse(marked.Replace("#!", Comment, StringComparison.Ordinal));
        Assert.Equal(scope, Sample.At(text, Assert.Single(Sample.Read(text).Suppressions).Scope));
    }

    [Theory]
    [InlineData("spec: {}\n#!")] // behind everything
    [InlineData("spec: {}\n#!\n---\na: 1")] // behind its document, in front of another
    [InlineData("spec: {}\n---\na: [\n#!\n---\nb: 1")] // in a document that cannot be read
    public void Where_nothing_follows_it_speaks_for_nothing(string rest)
    {
        var text = Head + rest.Replace("#!", Comment, StringComparison.Ordinal);
        Assert.Equal(Comment, Sample.At(text, Assert.Single(Sample.Read(text).Suppressions).Scope));
    }

    [Theory]
    [InlineData("spec:\n  text: \"a\n    #!\n    b\"")]
    [InlineData("spec:\n  text: 'a #!'")]
    [InlineData("spec:\n  text: |\n    a\n    #!\n    b")]
    [InlineData("spec:\n  text: >-\n    #!\n")]
    [InlineData("spec:\n  text: \"isolation: disable ISM1001 -- why\"")] // no sign
    [InlineData("spec: {} # note: isolation: disable ISM1001 -- why")]
    [InlineData("spec: {} # isolation: disabled ISM1001 -- why")]
    [InlineData("spec: {} # Isolation: Disable ISM1001 -- why")]
    public void What_is_no_comment_suppresses_nothing(string rest)
    {
        var file = Sample.Read(Head + rest.Replace("#!", Comment, StringComparison.Ordinal));
        Assert.Empty(file.Suppressions);
        Assert.Empty(file.Findings);
    }

    [Fact]
    public void Json_has_no_comments()
    {
        var file = Sample.Read("{ \"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": { \"name\": \"a # isolation: disable ISM1001 -- why\" } }");
        Assert.Single(file.Workloads);
        Assert.Empty(file.Suppressions);
    }

    [Fact]
    public void A_file_that_is_no_descriptor_is_not_spoken_of() =>
        Assert.Equal((false, 0, 0), Sample.Read($"{Comment}\na: 1 # isolation: disable nothing") is var file ? (file.IsDescriptor, file.Findings.Count, file.Suppressions.Count) : default);

    [Fact]
    public void Below_a_block_a_comment_is_a_comment()
    {
        const string text = Head + "spec:\n  text: |\n    a\n  " + Comment + "\n  hostPID: true";
        Assert.Equal("hostPID: true", Sample.At(text, Assert.Single(Sample.Read(text).Suppressions).Scope));
    }

    [Fact]
    public void What_cannot_be_followed_is_told_with_its_place_and_its_fix()
    {
        var finding = Assert.Single(Sample.Read(Head + "spec: {} # isolation: disable ISM101 -- why").Findings);
        Assert.Equal(("ISM1104", 5, 31), (finding.Rule.Id, finding.Start.Line, finding.Start.Column));
        Assert.Equal("ISM1001", Assert.Single(finding.Edits).NewText);
    }

    [Fact]
    public void Many_comments_are_read_in_time_that_grows_with_the_file()
    {
        const int count = 20_000;
        var text = new StringBuilder(Head).Append("spec:\n  list: [\n");
        for (var i = 0; i < count; i++)
        {
            text.Append("    a\n    , ").Append(Comment).Append('\n');
        }

        var file = Sample.Read(text.Append("  ]\n").ToString());
        Assert.Equal(count, file.Suppressions.Count);
        Assert.All(file.Suppressions, suppression => Assert.InRange(suppression.Scope.Start, 0, text.Length));
    }

    [Fact]
    public void No_text_makes_the_reader_fail_or_point_outside() => Gen.OneOf(
            Comment, "# isolation: disable", " isolation: disable ISM1001 -- why", "#", "a", "a: 1", "- ", "  ", "\n", "\r", "\r\n", "---", "...", "\ufeff", "[", "]", "{", "}", ", ", "? ", "|", ">", "'", "\"", "&a ", "*a", "<<: *a", "%YAML 1.1")
        .Array[0, 30]
        .Sample(words =>
        {
            var text = Head + string.Concat(words);
            var file = Sample.Read(text);
            Assert.DoesNotContain(file.Findings, finding => finding.Rule.Id == "ISM9001");
            foreach (var range in file.Suppressions.SelectMany(suppression => new[] { suppression.Range, suppression.Scope }))
            {
                Assert.InRange(range.Start, 0, text.Length);
                Assert.InRange(range.Length, 0, text.Length - range.Start);
            }
        });

    private static (string Text, string Scope) Parse(string marked)
    {
        var (start, end) = (marked.IndexOf('«', StringComparison.Ordinal), marked.IndexOf('»', StringComparison.Ordinal));
        return (marked.Remove(end, 1).Remove(start, 1), marked[(start + 1)..end]);
    }
}
