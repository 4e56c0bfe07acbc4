using System.Text.RegularExpressions;
using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Policies;

namespace IsolationModel.Core.Tests.Policies;

/// <summary>Where only regular expressions are at hand, they find what the evaluator finds.</summary>
public sealed class HostPathPatternTests
{
    /// <summary>Lists of the model, and one in which an entry lies within what another one excepts.</summary>
    private static readonly IReadOnlyList<PathEntry>[] Lists =
    [
        .. BuiltInModel.Definition.PathLists.Select(list => (IReadOnlyList<PathEntry>)list.Entries),
        [new PathEntry("/a", "a") { Except = new[] { "/a/b", "/a/c" }.ToEquatableArray() }, new PathEntry("/a/b/d", "d"), new PathEntry("/e.f/g*", "g"), new PathEntry(@"E:\x (y)", "x")],
    ];

    private static readonly string[] Separators = ["/", "/", "/", "//", "/./", @"\"];

    private static readonly string[] Segments = [.. Lists
        .SelectMany(list => list)
        .SelectMany(entry => entry.Except.Append(entry.Path))
        .SelectMany(path => path.Split('/', '\\'))
        .SelectMany(segment => new[] { segment, segment.TrimEnd('*') + "1", segment.ToUpperInvariant() })
        .Append(".")
        .Append("eXf")
        .Distinct()];

    private static readonly Gen<string> Paths = Gen.Select(
        Gen.OneOf(Gen.OneOf(Lists.SelectMany(list => list).SelectMany(entry => entry.Except.Append(entry.Path)).ToArray()), Gen.Const(string.Empty)),
        Gen.Select(Gen.OneOf(Separators), Gen.OneOf(Segments)).Array[0, 3],
        Gen.Int[0, 20],
        Gen.OneOf("", "", "/", "/.", @"\"),
        (start, more, cut, end) => start[..Math.Max(start.Length - Math.Max(cut - 8, 0), 0)] + string.Concat(more.Select(one => one.Item1 + one.Item2)) + end);

    [Fact]
    public void A_pattern_matches_what_touches_the_list()
    {
        var patterns = Lists.Select(list => (Entries: list, Patterns: HostPathPattern.Of(list).Select(Compile).ToList())).ToList();
        Gen.Select(Gen.OneOf(patterns.ToArray()), Paths.Where(path => !path.Split('/', '\\').Contains(".."))).Sample(
            (list, path) => Assert.Equal(
                list.Entries.Any(entry => HostPath.Touches(path, entry)),
                list.Patterns.Exists(pattern => pattern.Matches.IsMatch(path) && pattern.Except?.IsMatch(path) != true)),
            iter: 20_000);
    }

    /// <summary>One pattern with one exception is shorter, but wrong where entries cross.</summary>
    [Fact]
    public void Entries_that_cross_an_exception_stand_apart()
    {
        Assert.Single(HostPathPattern.Of(BuiltInModel.Definition.PathLists.Single(list => list.Id == "sensitive").Entries));
        Assert.Equal(2, HostPathPattern.Of(Lists[^1]).Count);
    }

    private static (Regex Matches, Regex? Except) Compile(PathExpressions pattern) => (Compile(pattern.Matches), pattern.Except is null ? null : Compile(pattern.Except));

    /// <summary>The non-backtracking engine takes what RE2 takes, and nothing that only others have.</summary>
    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
