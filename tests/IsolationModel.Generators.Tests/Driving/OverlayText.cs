using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Generators.Tests.Driving;

/// <summary>A file as the compiler hands it to the generator; null text for one that cannot be read.</summary>
internal sealed class OverlayText(string path, string? text) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);
}
