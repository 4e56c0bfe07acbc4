using IsolationModel.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>
/// The severity of a rule for one file: <c>isolation_model.ISM1001.severity = none|info|suggestion|warning|error</c> in any section of an
/// <c>.editorconfig</c> that reaches the file. Compilers ignore <c>dotnet_diagnostic</c> there for files that are no C#.
/// </summary>
internal static class SeverityOption
{
    /// <summary>The severity at which a finding is told, or null for not at all; what says nothing known changes nothing.</summary>
    public static DiagnosticSeverity? Read(AnalyzerConfigOptions options, Finding finding)
    {
        var word = options.TryGetValue($"isolation_model.{finding.Rule.Id}.severity", out var value) ? value.Trim().ToLowerInvariant() : string.Empty;
        return word switch
        {
            "none" => null,
            "info" or "suggestion" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => DiagnosticDescriptors.SeverityOf(finding.Severity),
        };
    }
}
