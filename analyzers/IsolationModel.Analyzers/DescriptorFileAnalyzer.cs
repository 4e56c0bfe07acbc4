using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>
/// Judges the deployment descriptors among the additional files of a project: all rules, all formats. It reads what the compiler gives it and
/// nothing else, reports each file's findings with that file, and never fails a build by an exception.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DescriptorFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AdditionalFiles.IsDefaultOrEmpty)
            {
                return;
            }

            var run = new DescriptorRun(start.Options, new TextCache(context));
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var diagnostic in run.DiagnosticsOf(file.AdditionalFile, file.CancellationToken))
                {
                    file.ReportDiagnostic(diagnostic);
                }
            });
        });
    }
}
