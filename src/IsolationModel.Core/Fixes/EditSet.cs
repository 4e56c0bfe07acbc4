using System.Text;
using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>Edits of one text that do not touch each other, so that all of them hold together and their order plays no part.</summary>
public sealed class EditSet
{
    private readonly List<TextEdit> _edits = [];

    /// <summary>The edits, in the order of their places.</summary>
    public IReadOnlyList<TextEdit> Edits => _edits;

    /// <summary>Whether the edits of one fix are here already: two findings may share a fix.</summary>
    public bool Holds(IReadOnlyList<TextEdit> fix) => fix is not null && fix.All(_edits.Contains);

    /// <summary>
    /// Whether the edits of one fix touch nothing that is here, so that all of them can be taken. What only borders on another edit does not fit
    /// either: of two texts for one place nobody knows which comes first.
    /// </summary>
    public bool Fits(IReadOnlyList<TextEdit> fix)
    {
        var own = Sorted(fix);
        for (var i = 0; i < own.Count; i++)
        {
            if ((i > 0 && own[i - 1].Range.End >= own[i].Range.Start) || IsTouched(own[i].Range))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes the edits of one fix: all of them, or none where they do not fit.</summary>
    /// <returns>Whether they are in the set now.</returns>
    public bool TryAdd(IReadOnlyList<TextEdit> fix)
    {
        if (Holds(fix))
        {
            return true;
        }

        if (!Fits(fix))
        {
            return false;
        }

        foreach (var edit in fix)
        {
            _edits.Insert(FirstBehind(edit.Range.Start), edit);
        }

        return true;
    }

    /// <summary>The text with all edits made.</summary>
    /// <exception cref="ArgumentException">An edit reaches beyond the text, so that it was made for another one.</exception>
    public string Apply(string text)
    {
        if (text is null || (_edits.Count > 0 && _edits[_edits.Count - 1].Range.End > text.Length))
        {
            throw new ArgumentException("the edits belong to another text", nameof(text));
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in _edits)
        {
            result.Append(text, at, edit.Range.Start - at).Append(edit.NewText);
            at = edit.Range.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The edits that do at once what these and then others do, which were made for the text that these leave.</summary>
    public EditSet Then(EditSet later)
    {
        var source = new PieceReader(Pieces());
        var composed = new List<Piece>();
        var at = 0;
        foreach (var edit in (later ?? throw new ArgumentNullException(nameof(later)))._edits)
        {
            source.Move(edit.Range.Start - at, composed);
            source.Move(edit.Range.Length, null);
            composed.Add(new Piece(0, edit.NewText.Length, edit.NewText));
            at = edit.Range.End;
        }

        source.Move(int.MaxValue, composed);
        return Of(composed);
    }

    /// <summary>What the edits make of a text: pieces of it, and new texts between them. How long it is plays no part: the last piece has no end.</summary>
    private List<Piece> Pieces()
    {
        var pieces = new List<Piece>((_edits.Count * 2) + 1);
        var at = 0;
        foreach (var edit in _edits)
        {
            pieces.Add(new Piece(at, edit.Range.Start - at, null));
            pieces.Add(new Piece(0, edit.NewText.Length, edit.NewText));
            at = edit.Range.End;
        }

        pieces.Add(new Piece(at, int.MaxValue - at, null));
        return pieces;
    }

    private static EditSet Of(List<Piece> pieces)
    {
        var set = new EditSet();
        var text = new StringBuilder();
        var at = 0;
        foreach (var piece in pieces.Where(static piece => piece.Length > 0))
        {
            if (piece.Text is not null)
            {
                text.Append(piece.Text, piece.Start, piece.Length);
                continue;
            }

            if (text.Length > 0 || piece.Start > at)
            {
                set._edits.Add(new TextEdit(TextRange.FromBounds(at, piece.Start), text.ToString()));
                text.Clear();
            }

            at = piece.Start + piece.Length;
        }

        return set;
    }

    private static List<TextEdit> Sorted(IReadOnlyList<TextEdit> fix)
    {
        var sorted = new List<TextEdit>(fix);
        sorted.Sort(static (left, right) => left.Range.Start.CompareTo(right.Range.Start));
        return sorted;
    }

    private bool IsTouched(TextRange range)
    {
        // Ranges do not touch each other, so only the neighbours can.
        var next = FirstBehind(range.Start);
        return (next > 0 && _edits[next - 1].Range.End >= range.Start) || (next < _edits.Count && _edits[next].Range.Start <= range.End);
    }

    private int FirstBehind(int start)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Range.Start <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A part of the original text, or of a new one.</summary>
    private readonly record struct Piece(int Start, int Length, string? Text);

    /// <summary>Goes through pieces character by character.</summary>
    private sealed class PieceReader(List<Piece> pieces)
    {
        private int _index;
        private int _offset;

        /// <summary>Goes some characters ahead, or to the end, and gathers what it passes.</summary>
        public void Move(int length, List<Piece>? into)
        {
            while (length > 0 && _index < pieces.Count)
            {
                var piece = pieces[_index];
                var taken = Math.Min(length, piece.Length - _offset);
                into?.Add(new Piece(piece.Start + _offset, taken, piece.Text));
                length -= taken;
                _offset += taken;
                if (_offset == piece.Length)
                {
                    _index++;
                    _offset = 0;
                }
            }
        }
    }
}
