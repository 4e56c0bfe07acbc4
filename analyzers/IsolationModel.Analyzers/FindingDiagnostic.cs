using System.Collections.Immutable;
using IsolationModel.Findings;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>Turns a finding into the compiler's diagnostic.</summary>
internal static class FindingDiagnostic
{
    private const string NeedKey = "need";
    private const string TechnologyKey = "technology";
    private const string AlternativesKey = "alternatives";

    /// <summary>The diagnostic at the finding's own severity, without edits.</summary>
    public static Diagnostic Create(Finding finding) => Create(finding, DiagnosticDescriptors.SeverityOf(finding.Severity), text: null);

    /// <summary>The diagnostic.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="severity">The severity that is configured for it.</param>
    /// <param name="text">The text of its file, needed where it has edits.</param>
    /// <param name="tree">The file, where it is code: only what is in a tree can be suppressed by code.</param>
    public static Diagnostic Create(Finding finding, DiagnosticSeverity severity, SourceText? text, SyntaxTree? tree = null) => Diagnostic.Create(
        DiagnosticDescriptors.Of(finding.Rule),
        finding.File.Length > 0 ? At(finding.File, finding.Range, finding.Start, finding.End, tree) : Location.None,
        severity,
        finding.Related.Select(related => At(related.File, related.Range, related.Start, related.End, tree)),
        Properties(finding, text),
        // The compiler prints messages as they are, and builds search its output for errors and commands.
        HarmlessText.Of(finding.Message));

    /// <summary>Core counts from 1, the compiler from 0.</summary>
    private static Location At(string path, TextRange range, TextPosition start, TextPosition end, SyntaxTree? tree) =>
        tree is not null && string.Equals(tree.FilePath, path, StringComparison.Ordinal) && range.End <= tree.Length
            ? Location.Create(tree, new TextSpan(range.Start, range.Length))
            : Location.Create(
                path,
                new TextSpan(range.Start, range.Length),
                new LinePositionSpan(new LinePosition(start.Line - 1, start.Column - 1), new LinePosition(end.Line - 1, end.Column - 1)));

    private static ImmutableDictionary<string, string?> Properties(Finding finding, SourceText? text)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        Add(NeedKey, finding.Need);
        Add(TechnologyKey, finding.TechnologyId);
        Add(AlternativesKey, string.Join(",", finding.Alternatives.Select(alternative => alternative.TechnologyId)));
        Add(RankedAlternative.Key, RankedAlternative.Write(finding.Alternatives));
        if (finding.FixTitle is not null && text is not null)
        {
            DescriptorFix.Write(properties, finding.FixTitle, finding.Edits, text);
        }

        return properties.ToImmutable();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                properties.Add(key, value);
            }
        }
    }
}
