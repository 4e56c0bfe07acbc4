using CsCheck;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class GlobTests
{
    [Theory]
    [InlineData("a.yaml", "a.yaml", true)]
    [InlineData("a.yaml", "A.yaml", false)] // case counts
    [InlineData("a.yaml", "deploy/a.yaml", true)] // a pattern means the same wherever the run starts
    [InlineData("a.yaml", "deploy/ba.yaml", false)]
    [InlineData("a.yaml", "a.yaml/b", false)]
    [InlineData("*.yaml", "a.yaml", true)]
    [InlineData("*.yaml", ".yaml", true)]
    [InlineData("*.yaml", "deploy/a.yaml", true)]
    [InlineData("deploy/*.yaml", "deploy/a.yaml", true)]
    [InlineData("deploy/*.yaml", "x/y/deploy/a.yaml", true)]
    [InlineData("deploy/*.yaml", "deploy/eu/a.yaml", false)] // '*' stays within a segment
    [InlineData("deploy/*", "deploy/", true)]
    [InlineData("deploy/**", "deploy/eu/a.yaml", true)]
    [InlineData("deploy/**", "deploy", false)]
    [InlineData("deploy/**/a.yaml", "deploy/a.yaml", true)] // "**/" stands for no folder as well
    [InlineData("deploy/**/a.yaml", "deploy/x/y/a.yaml", true)]
    [InlineData("deploy/**/a.yaml", "deploy/xa.yaml", false)]
    [InlineData("**/a.yaml", "a.yaml", true)]
    [InlineData("**/a.yaml", "xa.yaml", false)]
    [InlineData("**", "", true)]
    [InlineData("**", "a/b/c", true)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("", "a/", true)] // the end behind the last slash is empty
    [InlineData("?.yaml", "a.yaml", true)]
    [InlineData("?.yaml", ".yaml", false)]
    [InlineData("a?b", "a/b", false)]
    [InlineData("deploy/**prod/a.yaml", "deploy/x/prod/a.yaml", true)]
    [InlineData("**/deploy/**/prod/**", "w/deploy/eu/prod/x/a.yaml", true)]
    [InlineData("a**b", "a/x/b", true)]
    [InlineData("***", "a/b", true)]
    [InlineData("[a].yaml", "a.yaml", false)] // brackets are letters
    [InlineData("deploy\\*.yaml", "deploy/a.yaml", false)]
    public void Patterns_match_as_build_tools_have_it(string pattern, string path, bool matches) => Assert.Equal(matches, Glob.Matches(pattern, path));

    [Fact]
    public void It_agrees_with_a_matcher_that_tries_everything() =>
        Gen.Select(Gen.OneOf("a", "b", "/", "*", "**", "**/", "?").Array[0, 7], Gen.OneOf("a", "b", "/").Array[0, 7]).Sample((patternParts, pathParts) =>
        {
            var (pattern, path) = (string.Concat(patternParts), string.Concat(pathParts));
            var ends = Enumerable.Range(0, path.Length).Where(at => path[at] == '/').Select(at => path[(at + 1)..]).Prepend(path);
            Assert.True(ends.Any(end => Naive(pattern, end)) == Glob.Matches(pattern, path), $"'{pattern}' against '{path}'");
        }, iter: 3000);

    [Fact]
    public void Many_stars_take_no_longer_than_pattern_times_path()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/*a", 100)) + "b";
        Assert.False(Glob.Matches(pattern, string.Concat(Enumerable.Repeat("a/", 200))));
    }

    private static bool Naive(string pattern, string path)
    {
        if (pattern.Length == 0)
        {
            return path.Length == 0;
        }

        if (pattern.StartsWith("**/", StringComparison.Ordinal))
        {
            var rest = pattern[3..];
            return Naive(rest, path) || Enumerable.Range(0, path.Length).Any(at => path[at] == '/' && Naive(rest, path[(at + 1)..]));
        }

        if (pattern.StartsWith("**", StringComparison.Ordinal))
        {
            return Enumerable.Range(0, path.Length + 1).Any(at => Naive(pattern[2..], path[at..]));
        }

        if (pattern[0] == '*')
        {
            return Enumerable.Range(0, path.Length + 1).TakeWhile(at => at == 0 || path[at - 1] != '/').Any(at => Naive(pattern[1..], path[at..]));
        }

        return path.Length > 0 && (pattern[0] == path[0] || (pattern[0] == '?' && path[0] != '/')) && Naive(pattern[1..], path[1..]);
    }
}
