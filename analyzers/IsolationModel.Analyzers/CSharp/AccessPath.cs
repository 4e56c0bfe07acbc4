using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>The way from a variable to something in what it holds: <c>pod.Spec.Containers[0].SecurityContext</c>.</summary>
/// <param name="Root">The local variable or parameter.</param>
/// <param name="Steps">The steps, the first one first.</param>
internal sealed record AccessPath(ISymbol Root, IReadOnlyList<AccessStep> Steps)
{
    private const int LongestPath = 64;

    /// <summary>The path that an operation goes; null where it starts at something else than a variable.</summary>
    public static AccessPath? Of(IOperation operation)
    {
        var steps = new List<AccessStep>();
        for (IOperation? at = operation; at is not null && steps.Count < LongestPath;)
        {
            switch (at)
            {
                case ILocalReferenceOperation local:
                    return Make(local.Local, steps);
                case IParameterReferenceOperation parameter:
                    return Make(parameter.Parameter, steps);
                case IConversionOperation conversion:
                    at = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    at = parenthesized.Operand;
                    continue;
                case IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 0 } property:
                    steps.Add(new AccessStep(property.Property, null, NameOf(property.Syntax)));
                    at = Receiver(instance);
                    continue;
                case IFieldReferenceOperation { Instance: { } instance } field:
                    steps.Add(new AccessStep(field.Field, null, NameOf(field.Syntax)));
                    at = Receiver(instance);
                    continue;
                case IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 1 } indexer:
                    steps.Add(new AccessStep(null, indexer.Arguments[0].Value, indexer.Syntax));
                    at = Receiver(instance);
                    continue;
                case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                    steps.Add(new AccessStep(null, element.Indices[0], element.Syntax));
                    at = element.ArrayReference;
                    continue;
                case IInvocationOperation { TargetMethod: { Name: "First" or "Single", IsExtensionMethod: true, ContainingNamespace.Name: "Linq" } } first when first.Arguments.Length == 1:
                    steps.Add(new AccessStep(null, null, first.Syntax));
                    at = first.Arguments[0].Value;
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What stands left of <c>?.</c>, where the receiver is only its placeholder.</summary>
    private static IOperation? Receiver(IOperation instance)
    {
        if (instance is not IConditionalAccessInstanceOperation)
        {
            return instance;
        }

        for (var at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static AccessPath Make(ISymbol root, List<AccessStep> steps)
    {
        steps.Reverse();
        return new AccessPath(root, steps);
    }

    private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}
