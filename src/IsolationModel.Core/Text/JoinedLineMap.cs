namespace IsolationModel.Text;

/// <summary>
/// The line map of a text that nobody wrote: pieces of several files, one behind the other. What is put together from those files has places in
/// it, and each place leads back to the file, line and column where the words really stand.
/// </summary>
public sealed class JoinedLineMap : LineMap
{
    private readonly List<Piece> _pieces = [];
    private int _end;

    /// <summary>Makes a map without pieces.</summary>
    public JoinedLineMap()
        : base(string.Empty)
    {
    }

    /// <summary>Whether a text of some length still fits, so that every place remains an offset.</summary>
    public bool HasRoomFor(int length) => length < int.MaxValue - 1 - _end;

    /// <summary>Adds a text that stands in its file character by character.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lines">The file's lines.</param>
    /// <param name="start">Where the text starts in its file.</param>
    /// <param name="length">The number of its characters.</param>
    /// <returns>Where it starts here.</returns>
    public int Add(string file, LineMap lines, int start, int length) => Add(new Piece(_end, file, lines, new TextRange(start, length), IsWhole: false), length);

    /// <summary>Adds a text whose characters cannot be told apart in its file: all of its places are one and the same.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lines">The file's lines.</param>
    /// <param name="range">The place.</param>
    /// <param name="length">The number of the text's characters.</param>
    /// <returns>Where it starts here.</returns>
    public int AddWhole(string file, LineMap lines, TextRange range, int length) => Add(new Piece(_end, file, lines, range, IsWhole: true), length);

    /// <inheritdoc/>
    public override TextPosition GetPosition(int offset) =>
        _pieces.Count == 0 ? base.GetPosition(offset) : Find(offset) is var piece && piece.IsWhole
            ? piece.Lines.GetPosition(piece.Range.Start)
            : piece.Lines.GetPosition(piece.At(offset));

    /// <inheritdoc/>
    public override TextPlace PlaceOf(string file, TextRange range)
    {
        if (_pieces.Count == 0)
        {
            return base.PlaceOf(file, range);
        }

        var first = Find(range.Start);
        if (first.IsWhole)
        {
            return first.Lines.PlaceOf(first.File, first.Range);
        }

        // A node never crosses files, but it may go over several lines of one, each of which is a piece.
        var last = Find(range.End);
        var start = first.At(range.Start);
        var end = ReferenceEquals(last.Lines, first.Lines) && !last.IsWhole ? last.At(range.End) : start;
        return first.Lines.PlaceOf(first.File, TextRange.FromBounds(start, Math.Max(start, end)));
    }

    private int Add(Piece piece, int length)
    {
        _pieces.Add(piece);
        _end += length + 1;
        return piece.Start;
    }

    private Piece Find(int offset)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            (low, high) = _pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _pieces[low];
    }

    private sealed record Piece(int Start, string File, LineMap Lines, TextRange Range, bool IsWhole)
    {
        public int At(int offset) => Math.Min(Range.Start + Math.Max(0, offset - Start), Range.End);
    }
}
