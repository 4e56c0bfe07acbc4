using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>
/// A pattern of paths below the folder of a settings file: <c>*</c> and <c>?</c> within a segment, <c>**</c> over segments. Without a slash it
/// matches a name at any depth, as in <c>.gitignore</c>; what matches a folder matches everything below it.
/// </summary>
public sealed class PathPattern
{
    private static readonly char[] Unsupported = ['{', '}', '[', ']', '\\'];

    private readonly string _glob;
    private readonly bool _isName;

    private PathPattern(PlacedText written, string glob, bool isName) => (Written, _glob, _isName) = (written, glob, isName);

    /// <summary>The pattern as it was written.</summary>
    public PlacedText Written { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="written">The text.</param>
    /// <param name="problem">Why it is none, without final period; null where it is one.</param>
    public static PathPattern? Parse(PlacedText written, out string? problem)
    {
        var text = written.Text;
        problem = text.Trim().Length == 0 ? "an empty pattern matches nothing; leave it out"
            : text[0] == '!' ? $"'{text}' negates a pattern, which has no meaning here; list what is meant"
            : text.IndexOfAny(Unsupported) >= 0 ? $"'{text}' holds braces, brackets or a backslash, which patterns do not have; write '/' between folders, '?' for one character, and several patterns for alternatives"
            : text.Split('/').Contains("..", StringComparer.Ordinal) ? $"'{text}' leaves the folder of the settings file; put the file into a folder above what it speaks of"
            : null;
        if (problem is not null)
        {
            return null;
        }

        var isRooted = text[0] == '/' || text.StartsWith("./", StringComparison.Ordinal);
        var glob = FilePath.Normalize(text).TrimStart('/');
        while (glob.EndsWith("/**", StringComparison.Ordinal))
        {
            // A folder and everything in it are one and the same.
            glob = glob.Substring(0, glob.Length - 3);
        }

        return new PathPattern(written, glob.Length == 0 ? "**" : glob, !isRooted && glob.IndexOf('/') < 0);
    }

    /// <summary>Whether a path matches, or a folder that it lies in.</summary>
    /// <param name="path">The path of a file or folder, seen from the settings file's folder, with <c>/</c>.</param>
    public bool Matches(string path)
    {
        var start = 0;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Glob.MatchesWhole(_glob, path.Substring(start, end - start)))
            {
                return true;
            }

            start = _isName ? end + 1 : 0;
        }

        return Glob.MatchesWhole(_glob, path.Substring(start));
    }
}
