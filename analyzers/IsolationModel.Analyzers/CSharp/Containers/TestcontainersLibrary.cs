using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// Testcontainers for .NET: a chain of a builder that ends in <c>Build()</c>. The builders of modules (<c>PostgreSqlBuilder</c>) derive from the same
/// one, and what a builder cannot say, a modifier says in the request of Docker.DotNet.
/// </summary>
internal sealed class TestcontainersLibrary : CodeLibrary
{
    private const string LibraryName = "Testcontainers";
    private const string End = "Build";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { End };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, LibraryName);

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        foreach (var expression in expressions)
        {
            if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: End }, ArgumentList.Arguments.Count: 0 }
                && file.Model.GetOperation(expression, file.CancellationToken) is IInvocationOperation { Instance: { } builder } build
                && IsBuilder(builder.Type))
            {
                found.Add(new TestcontainersReader(file, Names).Read(CallChain.Of(file, builder, IsBuilder), build));
            }
        }
    }

    /// <summary>Whether a type builds containers.</summary>
    public static bool IsBuilder(ITypeSymbol? type)
    {
        // The constraint of a builder's own type parameter leads to the same class.
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(static constraint => constraint is INamedTypeSymbol && IsBuilder(constraint));
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is INamedTypeSymbol { Name: "ContainerBuilder", Arity: 3 } && IsOwn(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something is the library's or one of its modules'.</summary>
    public static bool IsOwn(ISymbol symbol) =>
        symbol.ContainingAssembly?.Name is { } name && (name == LibraryName || name.StartsWith(LibraryName + ".", StringComparison.Ordinal));
}
