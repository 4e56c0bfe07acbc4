namespace IsolationModel.Descriptors.Nodes;

/// <summary>Patterns of <c>pod_annotations</c>: as Go's path.Match has them, where <c>*</c> stands for anything but a slash.</summary>
internal static class AnnotationPattern
{
    /// <summary>Whether a pattern lets an annotation pass. Greedy with one way back, so that no pattern takes more than pattern times key steps.</summary>
    public static bool Matches(string pattern, string annotation)
    {
        int at = 0, from = 0, star = -1, resume = 0;
        while (from < annotation.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, resume) = (at++, from);
            }
            else if (at < pattern.Length && (pattern[at] == annotation[from] || (pattern[at] == '?' && annotation[from] != '/')))
            {
                at++;
                from++;
            }
            else if (star >= 0 && annotation[resume] != '/')
            {
                at = star + 1;
                from = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }
}
