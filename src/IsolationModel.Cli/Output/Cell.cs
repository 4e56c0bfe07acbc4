namespace IsolationModel.Cli.Output;

/// <summary>A cell of a table.</summary>
/// <param name="Lines">Its lines; none for an empty cell.</param>
/// <param name="Tone">How it stands out.</param>
internal sealed record Cell(IReadOnlyList<string> Lines, Tone Tone = Tone.Plain)
{
    /// <summary>A cell of one line.</summary>
    public Cell(string text, Tone tone = Tone.Plain)
        : this([text], tone)
    {
    }

    /// <summary>A cell of one line.</summary>
    public static implicit operator Cell(string text) => new(text);
}
