using IsolationModel.Findings;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>kubectl 1.32 takes the last of equal keys in silence; kustomize 5.5 refuses the file.</summary>
public sealed class DuplicateKeyTests
{
    private const string Head = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n";

    [Theory]
    [InlineData("spec:\n  runtimeClassName: runc\n  runtimeClassName: gvisor", "runtimeClassName", 7, "6")]
    [InlineData("spec:\n  hostPID: true\n  \"hostPID\": false", "hostPID", 7, "6")]
    [InlineData("spec: {}\nspec: {}\nspec: {}", "spec", 7, "5 6")] // once, at the one that counts
    [InlineData("spec:\n  containers:\n    - name: web\n      image: a\n      name: api", "name", 9, "7")]
    [InlineData("spec:\n  a: &a { b: 1, b: 2 }\n  c: *a\n  <<: *a", "b", 6, "6")] // where it was written, not where it is used
    [InlineData("spec:\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n  e: 5\n  f: 6\n  g: 7\n  h: 8\n  i: 9\n  j: 10\n  k: 11\n  l: 12\n  m: 13\n  n: 14\n  o: 15\n  p: 16\n  q: 17\n  c: 18\n  c: 19", "c", 24, "8 23")]
    public void A_key_that_stands_twice_is_told_at_the_one_that_counts(string rest, string key, int line, string earlier)
    {
        var finding = Assert.Single(Sample.Read(Head + rest).Findings);
        Assert.Equal(("ISM9010", FindingSeverity.Warning, line), (finding.Rule.Id, finding.Severity, finding.Start.Line));
        Assert.Contains($"'{key}'", finding.Message, StringComparison.Ordinal);
        Assert.Equal(earlier, string.Join(' ', finding.Related.Select(related => related.Start.Line)));
    }

    [Theory]
    [InlineData("spec:\n  a: &a { b: 1 }\n  c:\n    <<: *a\n    b: 2")] // kubectl and kustomize: merged, the local one wins
    [InlineData("spec:\n  a: &a { b: 1 }\n  c:\n    b: 2\n    <<: *a")]
    [InlineData("spec:\n  c:\n    <<: { b: 1 }\n    b: 2")]
    [InlineData("spec:\n  a: &a { b: 1 }\n  d: &d { b: 2 }\n  c:\n    <<: [*a, *d]")]
    [InlineData("spec:\n  hostPID: true\n  hostPid: false")] // field names are case-sensitive
    [InlineData("spec:\n  \"${A}\": 1\n  \"${A}\": 2")] // nobody knows what a placeholder becomes
    public void A_merge_is_no_duplicate(string rest) => Assert.Empty(Sample.Read(Head + rest).Findings);

    [Fact]
    public void A_mapping_of_very_many_repeated_keys_is_read_in_time_that_grows_with_it()
    {
        const int count = 100_000;
        var keys = string.Concat(Enumerable.Range(0, count).Select(i => $"k{i}: 1\n"));
        var file = Sample.Read(Head + keys + keys);
        Assert.Equal(count, file.Findings.Count);
        Assert.Equal(5 + count, file.Findings[0].Start.Line);
    }

    [Fact]
    public void The_last_one_is_what_is_judged() =>
        Assert.Equal("gvisor", Sample.One(Head + "spec:\n  runtimeClassName: runc\n  runtimeClassName: gvisor").Runtime.Name);

    [Fact]
    public void Json_is_no_exception()
    {
        var finding = Assert.Single(Sample.Read("{ \"apiVersion\": \"v1\", \"kind\": \"Pod\",\n\"kind\": \"Pod\" }").Findings);
        Assert.Equal(("ISM9010", 2, 1), (finding.Rule.Id, finding.Start.Line, finding.Related[0].Start.Line));
    }

    [Fact]
    public void Other_documents_are_not_spoken_of() => Assert.Empty(Sample.Read("a: 1\na: 2\n---\n" + Head).Findings);
}
