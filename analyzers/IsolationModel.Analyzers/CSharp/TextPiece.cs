using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A piece of a text that code puts together.</summary>
/// <param name="Text">What it says; where that is not known, the code that says it.</param>
/// <param name="Start">Offset of its first character where it stands in the file character by character; otherwise -1.</param>
/// <param name="Span">Where its code stands.</param>
/// <param name="IsOpen">Whether it is known at run time only.</param>
internal sealed record TextPiece(string Text, int Start, TextSpan Span, bool IsOpen);
