namespace IsolationModel.Text;

/// <summary>
/// Path patterns as build tools have them: <c>*</c> and <c>?</c> within a segment, <c>**</c> over segments; matched against the whole path or any
/// of its ends that begins behind a <c>/</c>, so that a pattern means the same wherever the run starts.
/// </summary>
internal static class Glob
{
    /// <summary>Whether a path matches; both use <c>/</c>, and case counts.</summary>
    public static bool Matches(string pattern, string path)
    {
        if (MatchesWhole(pattern, path))
        {
            return true;
        }

        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (MatchesWhole(pattern, path.Substring(slash + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a whole path matches.</summary>
    /// <remarks>Row by row over the pattern, so that no pattern takes more than pattern times path steps.</remarks>
    public static bool MatchesWhole(string pattern, string path)
    {
        bool[] reached = new bool[path.Length + 1], next = new bool[path.Length + 1];
        reached[0] = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*')
            {
                var crosses = i + 1 < pattern.Length && pattern[i + 1] == '*';
                i += crosses ? 1 : 0;
                for (var at = 0; at <= path.Length; at++)
                {
                    next[at] = reached[at] || (at > 0 && next[at - 1] && (crosses || path[at - 1] != '/'));
                }

                // "**/" stands for no folder as well.
                if (crosses && i + 1 < pattern.Length && pattern[i + 1] == '/')
                {
                    i++;
                    for (var at = 1; at <= path.Length; at++)
                    {
                        reached[at] |= next[at - 1] && path[at - 1] == '/';
                    }

                    continue;
                }
            }
            else
            {
                next[0] = false;
                for (var at = 1; at <= path.Length; at++)
                {
                    next[at] = reached[at - 1] && (pattern[i] == path[at - 1] || (pattern[i] == '?' && path[at - 1] != '/'));
                }
            }

            (reached, next) = (next, reached);
        }

        return reached[path.Length];
    }
}
