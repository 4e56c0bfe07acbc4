using IsolationModel.Findings;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Generators.Reporting;

/// <summary>Findings as the compiler tells them.</summary>
internal static class FindingDiagnostics
{
    private const string CategoryPrefix = "Isolation.";

    /// <summary>Makes a diagnostic at the finding's place in its file, as loud as the finding.</summary>
    public static Diagnostic Create(Finding finding)
    {
        var rule = finding.Rule;
        var descriptor = new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            // The whole message is the argument: Core words it, the same for every front end.
            messageFormat: "{0}",
            CategoryPrefix + rule.Category,
            SeverityOf(rule.DefaultSeverity),
            isEnabledByDefault: true,
            rule.Description,
            rule.HelpUri.AbsoluteUri,
            rule.Name);
        return Diagnostic.Create(descriptor, Place(finding), SeverityOf(finding.Severity), additionalLocations: null, properties: null, HarmlessText.Of(finding.Message));
    }

    private static DiagnosticSeverity SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static Location Place(Finding finding) => finding.File.Length == 0
        ? Location.None
        : Location.Create(
            finding.File,
            new TextSpan(finding.Range.Start, finding.Range.Length),
            new LinePositionSpan(Position(finding.Start), Position(finding.End)));

    /// <summary>The compiler counts from 0.</summary>
    private static LinePosition Position(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
