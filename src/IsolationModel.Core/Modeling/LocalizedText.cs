namespace IsolationModel.Modeling;

/// <summary>A text in English, and in Chinese where the founding document's own term is kept.</summary>
/// <param name="English">The English text.</param>
/// <param name="Chinese">The Chinese text, or null.</param>
public sealed record LocalizedText(string English, string? Chinese = null)
{
    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
