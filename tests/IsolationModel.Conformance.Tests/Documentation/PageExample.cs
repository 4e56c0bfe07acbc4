using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Documentation;

/// <summary>A fenced block of a page that is executed.</summary>
/// <param name="RuleId">The page's rule.</param>
/// <param name="Line">1-based line of the fence in the page.</param>
/// <param name="Format">What the block holds.</param>
/// <param name="Expectation">What the page says about it.</param>
/// <param name="Content">Text and markers.</param>
/// <param name="Overlay">The overlay that holds for it, or null.</param>
internal sealed record PageExample(string RuleId, int Line, ExampleFormat Format, Expectation Expectation, MarkedText Content, string? Overlay)
{
    /// <summary>The findings that the page promises for it.</summary>
    public IReadOnlyList<Marker> Markers =>
        this is { Format: ExampleFormat.Generated, Expectation: Expectation.Flagged } ? [GeneratedInput.MarkerOf(this)] : Content.Markers;

    /// <summary>What a front end is given for it.</summary>
    public ExampleInput ToInput() => Format switch
    {
        ExampleFormat.Generated => GeneratedInput.For(this),
        ExampleFormat.Code => ExampleInput.OfText(ExampleInput.CodeName, Content.Text, Overlay),
        ExampleFormat.Overlay => ExampleInput.OfText(ExampleInput.OverlayName, Content.Text, Overlay),
        ExampleFormat.Settings => ExampleInput.OfText(ExampleInput.SettingsName, Content.Text, Overlay),
        ExampleFormat.Compose => ExampleInput.OfDescriptors(Content.Text, Overlay, ExampleInput.ComposeName),
        _ => ExampleInput.OfDescriptors(Content.Text, Overlay),
    };

    /// <summary>A name for test lists.</summary>
    public override string ToString() => $"{RuleId}.md({Line}) {Format} {Expectation}";
}
