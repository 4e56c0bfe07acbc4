using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>The lines of a C# file as the compiler counts them, looked up where they are asked for.</summary>
internal sealed class SourceLines(SyntaxTree tree) : LineMap(string.Empty)
{
    /// <inheritdoc/>
    public override TextPosition GetPosition(int offset)
    {
        var text = tree.GetText();
        var place = text.Lines.GetLinePosition(Math.Max(0, Math.Min(offset, text.Length)));
        return new TextPosition(place.Line + 1, place.Character + 1);
    }
}
