using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>Reads the needs that attributes declare on assemblies, types and methods.</summary>
internal static class NeedAttributes
{
    /// <summary>What an assembly declares for every workload of its project.</summary>
    public static IReadOnlyList<NeedDeclaration> OfAssembly(Compilation compilation, CancellationToken cancellationToken)
    {
        var needs = new List<NeedDeclaration>();
        Add(needs, compilation.Assembly, SdkTypes.IsolationNeeds, NeedScope.Run, cancellationToken);
        return needs;
    }

    /// <summary>What the types and members declare that a place of a file is in, outermost first.</summary>
    public static IReadOnlyList<NeedDeclaration> Around(CodeFile file, int place)
    {
        var needs = new List<NeedDeclaration>();
        for (var symbol = file.Model.GetEnclosingSymbol(place, file.CancellationToken); symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            var scope = symbol is INamedTypeSymbol ? NeedScope.Namespace : NeedScope.Object;
            Add(needs, symbol, SdkTypes.RequiresIsolation, scope, file.CancellationToken);
            if (symbol is IMethodSymbol { AssociatedSymbol: { } property })
            {
                Add(needs, property, SdkTypes.RequiresIsolation, scope, file.CancellationToken);
            }
        }

        needs.Reverse();
        return needs;
    }

    /// <summary>What one attribute declares, in the order in which it is written.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="scope">How near to the workload it stands.</param>
    /// <param name="valueOf">The constant that an argument has.</param>
    public static IEnumerable<NeedDeclaration> Read(AttributeSyntax attribute, NeedScope scope, Func<AttributeArgumentSyntax, object?> valueOf)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var lines = new SourceLines(attribute.SyntaxTree);
        var acceptsWeaker = arguments.Where(static argument => NameOf(argument) == "AcceptWeaker").Select(argument => valueOf(argument) as string).FirstOrDefault();
        foreach (var argument in arguments)
        {
            if (CarrierOf(NameOf(argument)) is { } carrier && valueOf(argument) is string text && text.Trim().Length > 0)
            {
                yield return new NeedDeclaration(
                    carrier, scope, text, attribute.SyntaxTree.FilePath, lines, CodeFile.RangeOf(argument.Expression), ConstantReader.ContentStart(argument.Expression, text), acceptsWeaker)
                {
                    IsToldElsewhere = true,
                };
            }
        }
    }

    private static void Add(List<NeedDeclaration> needs, ISymbol symbol, string type, NeedScope scope, CancellationToken cancellationToken)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (SdkTypes.Is(data.AttributeClass, type) && data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax)
            {
                needs.AddRange(Read(syntax, scope, argument => ValueOf(data, argument)));
            }
        }
    }

    private static object? ValueOf(AttributeData data, AttributeArgumentSyntax argument)
    {
        if (argument.NameEquals is null)
        {
            return data.ConstructorArguments.Length > 0 ? data.ConstructorArguments[0].Value : null;
        }

        return data.NamedArguments.FirstOrDefault(named => string.Equals(named.Key, NameOf(argument), StringComparison.Ordinal)).Value.Value;
    }

    private static string NameOf(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText ?? string.Empty;

    private static NeedCarrier? CarrierOf(string name) => name switch
    {
        "" => NeedCarrier.Needs,
        "Level" => NeedCarrier.Level,
        "Scenario" => NeedCarrier.Scenario,
        _ => null,
    };
}
