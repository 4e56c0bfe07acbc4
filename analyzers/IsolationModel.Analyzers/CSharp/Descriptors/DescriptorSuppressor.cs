using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>
/// Keeps other analyzers from calling a descriptor superfluous that nothing reads: it exists to be judged by the compiler, and a field or variable is where
/// it stands.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DescriptorSuppressor : DiagnosticSuppressor
{
    private const string Why = "A WorkloadDescriptor exists to be judged by the compiler, whether or not the program reads it";

    /// <summary>Unused private members, members that are never read, and values that are never used.</summary>
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ById = new[] { "CA1823", "CS0414", "IDE0051", "IDE0052", "IDE0059" }
        .ToImmutableDictionary(static id => id, static id => new SuppressionDescriptor("ISMS_" + id, id, Why), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.CreateRange(ById.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (ById.TryGetValue(diagnostic.Id, out var suppression) && IsDescriptor(diagnostic.Location, context))
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private static bool IsDescriptor(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree || tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not { } node)
        {
            return false;
        }

        var declaration = node.FirstAncestorOrSelf<SyntaxNode>(static at => at is VariableDeclaratorSyntax or PropertyDeclarationSyntax or AssignmentExpressionSyntax);
        var model = context.GetSemanticModel(tree);
        var type = declaration switch
        {
            AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, context.CancellationToken).Type,
            null => null,
            _ => model.GetDeclaredSymbol(declaration, context.CancellationToken) switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                ILocalSymbol local => local.Type,
                _ => null,
            },
        };
        return SdkTypes.Is(type, SdkTypes.Descriptor);
    }
}
