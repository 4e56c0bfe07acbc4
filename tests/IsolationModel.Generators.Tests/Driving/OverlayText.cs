using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>A file as the compiler hands it to the generator; null text for one that cannot be read.</summary>
internal sealed class OverlayText(string path, string? text) : AdditionalText
{
    public override string Path => path;

    /// <summary>The text as the compiler sees it.</summary>
    public SourceText Source => SourceText.From(text!, Encoding.UTF8);

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);

    /// <summary>The file with another text in one place.</summary>
    public OverlayText Replaced(string old, string next)
    {
        Assert.Contains(old, text!, StringComparison.Ordinal);
        return new OverlayText(path, text!.Replace(old, next, StringComparison.Ordinal));
    }
}
