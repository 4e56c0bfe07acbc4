using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Benchmarks;

/// <summary>An overlay in memory.</summary>
internal sealed class OverlayText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => "/project/contoso.isolation.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
