using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>An additional file that exists only here.</summary>
internal sealed class InMemoryText(string path, Func<SourceText?> read) : AdditionalText
{
    public InMemoryText(string path, string text)
        : this(path, SourceText.From(text, Encoding.UTF8))
    {
    }

    public InMemoryText(string path, SourceText text)
        : this(path, () => text)
    {
    }

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => read();
}
