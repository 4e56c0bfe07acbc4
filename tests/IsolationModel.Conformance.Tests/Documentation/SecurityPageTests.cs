using System.Globalization;
using System.Text.RegularExpressions;
using IsolationModel.Descriptors;
using IsolationModel.Rules;

namespace IsolationModel.Conformance.Documentation;

/// <summary>Each claim of the page on security names the test that holds it; this one holds that they exist, and that its numbers are those of the code.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = Repository.Read("SECURITY.md");

    [Fact]
    public void The_tests_that_it_names_exist()
    {
        var named = TestName().Matches(Page).Select(static match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).Distinct().ToList();
        Assert.InRange(named.Count, 20, int.MaxValue);
        var sources = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);
        Assert.All(named, test => Assert.Contains(sources[test.Class], source => Regex.IsMatch(source, $@"\bpublic (async )?(void|Task|ValueTask) {test.Method}\(", RegexOptions.CultureInvariant, TimeSpan.FromMinutes(10))));
    }

    [Fact]
    public void Every_row_of_attempts_names_a_test()
    {
        var rows = Page.Split('\n').SkipWhile(static line => !line.StartsWith("| Attempt ", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|')).ToList();
        Assert.InRange(rows.Count, 10, 100);
        Assert.All(rows, static row => Assert.Matches(TestName(), row));
    }

    [Theory]
    [InlineData("size of a descriptor", DescriptorLimits.FileSize / 1024 / 1024)]
    [InlineData("depth of nesting", DescriptorLimits.Depth)]
    [InlineData("nodes of a file", DescriptorLimits.Nodes)]
    [InlineData("nodes that aliases add", DescriptorLimits.AliasedNodes)]
    [InlineData("nodes made for the kustomizations", DescriptorLimits.RenderedNodes)]
    [InlineData("broken documents", DescriptorLimits.BrokenDocuments)]
    public void Limits_are_those_of_the_code(string what, int limit)
    {
        var row = Page.Split('\n').Single(line => line.StartsWith($"| {what}", StringComparison.Ordinal));
        Assert.Contains($" {limit.ToString("N0", CultureInfo.InvariantCulture)} ", row, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_that_it_names_exist() =>
        Assert.Subset(RuleSet.All.Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal), RuleId().Matches(Page).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"ISM\d{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex RuleId();
}
