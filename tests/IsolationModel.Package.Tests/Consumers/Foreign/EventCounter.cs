using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

/// <summary>Reads YAML files with the YamlDotNet that it finds, and says how many scalars they hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventCounter : DiagnosticAnalyzer
{
#if HIGHER
    private const string Id = "HIGHER1";
#else
    private const string Id = "LOWER1";
#endif

    private static readonly DiagnosticDescriptor Rule = new DiagnosticDescriptor(Id, "Scalars", "{0} scalars", "Foreign", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(file =>
        {
            var parser = new Parser(new StringReader(file.AdditionalFile.GetText(file.CancellationToken)!.ToString()));
            var scalars = 0;
            while (parser.MoveNext())
            {
                scalars += parser.Current is Scalar ? 1 : 0;
            }

            var place = Location.Create(file.AdditionalFile.Path, default(TextSpan), default(LinePositionSpan));
            file.ReportDiagnostic(Diagnostic.Create(Rule, place, scalars));
        });
    }
}
