namespace IsolationModel.Text;

/// <summary>The line starts of a text: turns offsets into lines and columns without keeping the text.</summary>
/// <remarks>
/// Lines end at CR, LF or CRLF, as in the Language Server Protocol and in SARIF. Unicode line separators are ordinary
/// characters, because editors do not start a new line at them.
/// </remarks>
public class LineMap
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    private readonly int[] _starts;
    private readonly int _length;

    /// <summary>Finds the line starts of a decoded text without byte order mark.</summary>
    public LineMap(string text)
    {
        _length = text.Length;
        var starts = new List<int>((text.Length / 24) + 1) { 0 };
        for (var end = text.IndexOfAny(LineEnds); end >= 0; end = text.IndexOfAny(LineEnds, end))
        {
            end += text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
            starts.Add(end);
        }

        _starts = starts.ToArray();
    }

    /// <summary>The line map of an empty text: every place is line 1, column 1.</summary>
    public static LineMap Empty { get; } = new(string.Empty);

    /// <summary>The number of characters of the text.</summary>
    public int Length => _length;

    /// <summary>The line and column of an offset; offsets outside the text are moved to its nearest end.</summary>
    public virtual TextPosition GetPosition(int offset)
    {
        var place = Math.Max(0, Math.Min(offset, _length));
        var found = Array.BinarySearch(_starts, place);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(line + 1, place - _starts[line] + 1);
    }

    /// <summary>Where a range of the text really stands.</summary>
    /// <param name="file">The file that holds the text.</param>
    /// <param name="range">The range.</param>
    public virtual TextPlace PlaceOf(string file, TextRange range) => new(file, range, GetPosition(range.Start), GetPosition(range.End));
}
