namespace IsolationModel.Text;

/// <summary>
/// Line breaks beside LF and CR LF: a lone CR, and those that only YAML 1.1 has (NEL, LS, PS). Decoders break lines there, editors and edits do not, so
/// what seems to be one line may be several.
/// </summary>
internal static class OtherBreaks
{
    /// <summary>Whether one stands in a stretch of a text.</summary>
    public static bool AreIn(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is '\u0085' or '\u2028' or '\u2029' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
            {
                return true;
            }
        }

        return false;
    }
}
