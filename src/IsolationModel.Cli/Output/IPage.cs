namespace IsolationModel.Cli.Output;

/// <summary>What an answer for people is written on: paragraphs and tables below headings.</summary>
internal interface IPage
{
    /// <summary>A paragraph at the margin.</summary>
    void Line(string text, Tone tone = Tone.Plain);

    /// <summary>A heading.</summary>
    void Heading(string text);

    /// <summary>A paragraph below a heading.</summary>
    void Item(string text, Tone tone = Tone.Plain);

    /// <summary>A table below a heading.</summary>
    void Table(IReadOnlyList<IReadOnlyList<Cell>> rows);
}
