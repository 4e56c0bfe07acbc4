using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>The product's own descriptors in code: what a <c>WorkloadDescriptor</c> is given when it is made, and later in the same method.</summary>
internal sealed class WorkloadDescriptorLibrary : CodeLibrary
{
    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = [SdkTypes.Descriptor];

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => SdkTypes.IsReferenced(compilation);

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        foreach (var expression in expressions)
        {
            if (expression is BaseObjectCreationExpressionSyntax making
                && IsCandidate(making)
                && file.Model.GetOperation(making, file.CancellationToken) is IObjectCreationOperation operation
                && SdkTypes.Is(operation.Type, SdkTypes.Descriptor)
                && new ValueReader(file, Names, DescriptorWords.Read).ReadHeld(operation) is var value
                && ValueReader.Target(value) is DataMapping)
            {
                found.Add(new CodeDescriptor(CodeDescriptorKind.Workload, value, NamedAt(making)));
            }
        }
    }

    /// <summary>The name of the type is in front of most expressions, and tells without asking the compiler.</summary>
    private static bool IsCandidate(BaseObjectCreationExpressionSyntax making) => making is not ObjectCreationExpressionSyntax { Type: var type }
        || type switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText == SdkTypes.Descriptor,
            QualifiedNameSyntax { Right: var right } => right.Identifier.ValueText == SdkTypes.Descriptor,
            AliasQualifiedNameSyntax { Name: var right } => right.Identifier.ValueText == SdkTypes.Descriptor,
            _ => false,
        };

    private static TextRange NamedAt(BaseObjectCreationExpressionSyntax making) =>
        CodeFile.RangeOf(making is ObjectCreationExpressionSyntax { Type: var type } ? type.Span : making.NewKeyword.Span);
}
