using System.Collections.Immutable;
using IsolationModel.Analyzers.CSharp;
using IsolationModel.Analyzers.CSharp.Descriptors;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>
/// Judges the deployment descriptors of a project, those among its additional files and those that its code builds: all rules, all formats. It
/// reads what the compiler gives it and nothing else, reports each file's findings with that file, and never fails a build by an exception.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DescriptorAnalyzer : DiagnosticAnalyzer
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
            var libraries = CodeLibraries.Of(start.Compilation);
            var hasFiles = !start.Options.AdditionalFiles.IsDefaultOrEmpty;
            if (!hasFiles && libraries.Count == 0)
            {
                return;
            }

            var usesSdk = SdkTypes.IsReferenced(start.Compilation);
            var needs = usesSdk ? new Lazy<IReadOnlyList<NeedDeclaration>>(() => NeedAttributes.OfAssembly(start.Compilation, CancellationToken.None)) : null;
            var run = new DescriptorRun(start.Options, new TextCache(context), needs);
            if (hasFiles)
            {
                start.RegisterAdditionalFileAction(file =>
                {
                    foreach (var diagnostic in run.DiagnosticsOf(file.AdditionalFile, file.CancellationToken))
                    {
                        file.ReportDiagnostic(diagnostic);
                    }
                });
            }

            if (usesSdk)
            {
                var usage = new UsageRun(run);
                start.RegisterSemanticModelAction(file =>
                {
                    foreach (var diagnostic in usage.DiagnosticsOf(file.SemanticModel, file.CancellationToken))
                    {
                        file.ReportDiagnostic(diagnostic);
                    }
                });
            }

            if (libraries.Count > 0)
            {
                var code = new CodeRun(run, new CodeReader(libraries));
                start.RegisterSemanticModelAction(file =>
                {
                    foreach (var diagnostic in code.DiagnosticsOf(file.SemanticModel, file.CancellationToken))
                    {
                        file.ReportDiagnostic(diagnostic);
                    }
                });
            }
        });
    }
}
