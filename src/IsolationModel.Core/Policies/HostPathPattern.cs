using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Policies;

/// <summary>
/// What <see cref="HostPath"/> compares, as regular expressions, for places where only those are at hand. Segments of <c>..</c> are not walked: no
/// path of a pod may hold one (validatePathNoBacksteps in kubernetes pkg/apis/core/validation/validation.go).
/// </summary>
internal static class HostPathPattern
{
    /// <summary>The patterns of a list: a path touches an entry of it when it matches one of them.</summary>
    public static EquatableArray<PathExpressions> Of(IReadOnlyCollection<PathEntry> entries)
    {
        // One pattern with one exception serves for all entries, as long as no entry holds a path that is excepted from another one.
        var apart = entries.Where(entry => entry.Except.Any(other => entries.Any(foreign => !ReferenceEquals(foreign, entry) && HostPath.AreTouching(other, HostPath.Normalize(foreign.Path))))).ToList();
        return new[] { entries.Except(apart).ToList() }
            .Concat(apart.Select(entry => new List<PathEntry> { entry }))
            .Where(group => group.Count > 0)
            .Select(Pattern)
            .ToEquatableArray();
    }

    private static PathExpressions Pattern(List<PathEntry> entries)
    {
        // An exception that is no normal path excepts nothing.
        var except = entries.SelectMany(entry => entry.Except).Where(path => HostPath.Normalize(path) == path).Distinct(StringComparer.Ordinal).ToList();
        return new PathExpressions(
            Whole(entries.Select(entry => HostPath.Normalize(entry.Path)).ToList(), withAncestors: true),
            except.Count == 0 ? null : Whole(except, withAncestors: false));
    }

    private static string Whole(List<string> paths, bool withAncestors)
    {
        var ofUnix = new PathTree(PathSyntax.Unix, withAncestors);
        var ofWindows = new PathTree(PathSyntax.Windows, withAncestors);
        var pipes = new List<string>();
        foreach (var path in paths)
        {
            if (path.StartsWith(HostPath.Pipes, StringComparison.Ordinal))
            {
                pipes.Add(PathSyntax.Windows.Literal(path.Substring(HostPath.Pipes.Length)));
            }
            else if (HostPath.IsOfWindows(path))
            {
                ofWindows.Add(path);
            }
            else
            {
                ofUnix.Add(path);
            }
        }

        var alternatives = new List<string>();
        // The root of a host holds everything, whatever the list is about.
        alternatives.Add(ofUnix.Pattern());
        if (ofWindows.Count > 0)
        {
            alternatives.Add(ofWindows.Pattern());
        }

        if (pipes.Count > 0)
        {
            var pipe = PathSyntax.Windows.Literal("pipe");
            alternatives.Add($@"(\\\\[.]\\{pipe}\\|//[.]/{pipe}/)({string.Join("|", pipes)}){PathSyntax.Windows.Below}");
        }

        return $"^({string.Join("|", alternatives.Where(alternative => alternative.Length > 0))})$";
    }
}
