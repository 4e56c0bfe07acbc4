namespace IsolationModel.Text;

/// <summary>A replacement of one range of a text: what a fix consists of.</summary>
/// <param name="Range">The characters that go; empty for an insertion.</param>
/// <param name="NewText">The characters that come instead.</param>
public sealed record TextEdit(TextRange Range, string NewText);
