namespace IsolationModel.Text;

/// <summary>Fits sentences of a model, or of a library, into messages.</summary>
public static class Sentence
{
    /// <summary>A sentence as a clause: without final period, and starting small unless it starts with a name in capitals.</summary>
    public static string AsClause(string sentence)
    {
        var text = sentence.TrimEnd('.', ' ');
        return text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text.Substring(1) : text;
    }
}
