using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>What <c>.editorconfig</c> files, properties and item metadata say; keys of a file are <c>path|key</c>.</summary>
internal sealed class TestOptions(IReadOnlyDictionary<string, string> entries) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(entries, string.Empty);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(entries, textFile.Path + "|");

    private sealed class Options(IReadOnlyDictionary<string, string> entries, string prefix) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            entries.TryGetValue(prefix + key, out value) || entries.TryGetValue(key, out value);
    }
}
