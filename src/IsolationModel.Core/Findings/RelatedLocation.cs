using IsolationModel.Text;

namespace IsolationModel.Findings;

/// <summary>Another place that explains a finding.</summary>
/// <param name="File">The file's path as it shall be shown.</param>
/// <param name="Range">Where, in characters.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just behind its last character.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedLocation(string File, TextRange Range, TextPosition Start, TextPosition End, string Message)
{
    /// <summary>Makes a related place from a range of a file.</summary>
    public static RelatedLocation At(string file, LineMap lines, TextRange range, string message)
    {
        var place = lines.PlaceOf(file, range);
        return new RelatedLocation(place.File, place.Range, place.Start, place.End, message);
    }
}
