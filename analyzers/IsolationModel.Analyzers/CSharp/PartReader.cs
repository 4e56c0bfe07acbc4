using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// Changes of objects that come from elsewhere: a parameter of a lambda that a publisher calls, of an operator's method, a variable that a call
/// filled. What the code says of the pod is known; what it does not say is not.
/// </summary>
/// <typeparam name="T">What a type of the library stands for.</typeparam>
internal sealed class PartReader<T>(ObjectLibrary<T> library, CodeFile file, MemberNames names)
    where T : class
{
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);

    /// <summary>Adds them.</summary>
    public void Read(IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        foreach (var expression in expressions)
        {
            if (!IsChange(expression) || file.Model.GetOperation(expression, file.CancellationToken) is not { } operation)
            {
                continue;
            }

            var body = file.BodyOf(operation);
            foreach (var entry in body.Mutations)
            {
                if (_read.Add(entry.Key))
                {
                    Read(entry.Key, entry.Value, body, found);
                }
            }
        }
    }

    private static bool IsChange(ExpressionSyntax expression) => expression
        is AssignmentExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" or "Insert" } };

    private void Read(ISymbol variable, List<Mutation> mutations, BodyIndex body, List<CodeDescriptor> found)
    {
        // What the body makes itself is judged as a whole, with these changes; what stands for a part of something else is changed there.
        if (file.IsConsumed(variable) || body.AliasOf(variable) is not null || (body.ValueOf(variable) is { } whole && file.IsConsumed(whole.Syntax)))
        {
            return;
        }

        if (body.ValueOf(variable) is { } made && ValueReader.Strip(made) is not (null or { Kind: OperationKind.Invocation or OperationKind.Await or OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.ParameterReference or OperationKind.ConditionalAccess }))
        {
            return;
        }

        foreach (var group in mutations.Select(mutation => (Mutation: mutation, Start: Start(variable, mutation)))
            .Where(static entry => entry.Start is not null)
            .GroupBy(static entry => (entry.Start!.Value.Type, entry.Start.Value.Steps)))
        {
            var (type, steps) = group.Key;
            var place = CodeFile.RangeOf(group.First().Mutation.Operation.Syntax);
            var changes = group.Select(entry => entry.Mutation with { Steps = [.. entry.Mutation.Steps.Skip(steps)] }).ToList();
            var value = new MutationReader(new ValueReader(file, names)).Apply(new DataMapping(new TextRange(place.Start, 0), []), changes, Function(variable, changes[0].Operation));
            var descriptor = library.Descriptor(type, value, place, changes[0].Operation);
            found.Add(descriptor with { IsPart = true, Label = $"code that changes {variable.Name}" });
        }
    }

    /// <summary>The body of the lambda that a parameter belongs to: what happens whenever it is called happens for certain.</summary>
    private static IOperation? Function(ISymbol variable, IOperation change)
    {
        for (var at = change.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation function && function.Symbol.Parameters.Contains(variable, SymbolEqualityComparer.Default))
            {
                return function.Body;
            }
        }

        return null;
    }

    /// <summary>The first type on the way of a change that the library knows, and how many steps lead there.</summary>
    private (T Type, int Steps)? Start(ISymbol variable, Mutation mutation)
    {
        var type = variable switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        for (var i = 0; type is not null && i < mutation.Steps.Count; i++)
        {
            if (library.TypeOf(type) is { } known)
            {
                return (known, i);
            }

            type = mutation.Steps[i].Member switch
            {
                IPropertySymbol property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };
        }

        return null;
    }
}
