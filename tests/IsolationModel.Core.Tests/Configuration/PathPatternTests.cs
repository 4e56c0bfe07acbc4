using IsolationModel.Configuration;

namespace IsolationModel.Core.Tests.Configuration;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("legacy", "legacy/a.yaml", true)]
    [InlineData("legacy", "deep/legacy/down/a.yaml", true)]
    [InlineData("legacy", "legacy", true)]
    [InlineData("legacy", "legacy2/a.yaml", false)]
    [InlineData("legacy/", "deep/legacy/a.yaml", true)]
    [InlineData("legacy/**", "deep/legacy/a.yaml", true)]
    [InlineData("/legacy", "legacy/a.yaml", true)]
    [InlineData("/legacy", "deep/legacy/a.yaml", false)]
    [InlineData("./legacy", "deep/legacy/a.yaml", false)]
    [InlineData("deploy/legacy", "deploy/legacy/a.yaml", true)]
    [InlineData("deploy/legacy", "x/deploy/legacy/a.yaml", false)]
    [InlineData("**/deploy/legacy", "x/deploy/legacy/a.yaml", true)]
    [InlineData("**/deploy/legacy", "deploy/legacy/a.yaml", true)]
    [InlineData("*.gen.yaml", "a/b/c.gen.yaml", true)]
    [InlineData("*.gen.yaml", "a/b/c.yaml", false)]
    [InlineData("deploy/*.yaml", "deploy/a.yaml", true)]
    [InlineData("deploy/*.yaml", "deploy/b/a.yaml", false)]
    [InlineData("deploy/?.yaml", "deploy/a.yaml", true)]
    [InlineData("deploy/**/a.yaml", "deploy/a.yaml", true)]
    [InlineData("deploy//./legacy", "deploy/legacy/a.yaml", true)]
    [InlineData("**", "a", true)]
    [InlineData("/", "a/b.yaml", true)]
    [InlineData("Legacy", "legacy/a.yaml", false)]
    public void A_pattern_matches_names_and_paths(string pattern, string path, bool expected) =>
        Assert.Equal(expected, PathPattern.Parse(new PlacedText(pattern, default), out _)!.Matches(path));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData("!legacy", "negates")]
    [InlineData("a/{b,c}", "braces")]
    [InlineData("a/[bc]", "brackets")]
    [InlineData("a\\b", "write '/' between folders")]
    [InlineData("../a", "leaves the folder")]
    [InlineData("a/../b", "leaves the folder")]
    public void What_patterns_do_not_have_is_told_and_not_guessed_at(string pattern, string why)
    {
        Assert.Null(PathPattern.Parse(new PlacedText(pattern, default), out var problem));
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }
}
