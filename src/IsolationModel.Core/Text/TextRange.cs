namespace IsolationModel.Text;

/// <summary>A span of characters in a text, in UTF-16 code units from the start of the text.</summary>
/// <param name="Start">Offset of the first character; 0 or more.</param>
/// <param name="Length">Number of characters; 0 marks a place between characters.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>Makes a range from two offsets.</summary>
    public static TextRange FromBounds(int start, int end) => new(start, end - start);
}
