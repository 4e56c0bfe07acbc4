using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// The calls that a builder went through, each of which gave the builder on: <c>new Builder().WithThis().WithThat()</c>, also where the builder is
/// held in variables between them, comes from a method that returns it, or goes through an extension method of the project.
/// </summary>
/// <param name="Start">What the first call was made on; null where that is not known.</param>
/// <param name="Calls">The calls, the first one first.</param>
internal sealed record CallChain(IOperation? Start, IReadOnlyList<ChainCall> Calls)
{
    private const int LongestChain = 1_000;

    /// <summary>Far from the end of the stack.</summary>
    private const int DeepestNesting = 200;

    /// <summary>The chain that leads to a value.</summary>
    /// <param name="file">The file.</param>
    /// <param name="end">The value.</param>
    /// <param name="isLink">Whether something of a type is the builder; what is not is where a chain starts.</param>
    public static CallChain Of(CodeFile file, IOperation end, Func<ITypeSymbol?, bool> isLink)
    {
        var walk = new Walk(file, isLink);
        var start = walk.Back(end, isCertain: true, until: null);
        walk.Calls.Reverse();
        return new CallChain(start, walk.Calls);
    }

    /// <summary>What a method is called on, also where it is an extension method.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance ?? (call is { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 } ? call.Arguments[0].Value : null);

    private sealed class Walk(CodeFile file, Func<ITypeSymbol?, bool> isLink)
    {
        private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
        private int _depth;

        public List<ChainCall> Calls { get; } = [];

        /// <summary>Goes back to where the chain starts, or to a variable.</summary>
        public IOperation? Back(IOperation? from, bool isCertain, ISymbol? until)
        {
            if (_depth >= DeepestNesting)
            {
                return null;
            }

            _depth++;
            var start = Follow(from, isCertain, until);
            _depth--;
            return start;
        }

        private IOperation? Follow(IOperation? from, bool isCertain, ISymbol? until)
        {
            for (var at = ValueReader.Strip(from); at is not null && Calls.Count < LongestChain;)
            {
                file.CancellationToken.ThrowIfCancellationRequested();
                switch (at)
                {
                    case ILocalReferenceOperation local when SymbolEqualityComparer.Default.Equals(local.Local, until):
                        return local;
                    case IParameterReferenceOperation parameter when SymbolEqualityComparer.Default.Equals(parameter.Parameter, until):
                        return parameter;
                    case IInvocationOperation call when ReceiverOf(call) is { } receiver && isLink(receiver.Type):
                        if (!TryInline(call, isCertain))
                        {
                            Calls.Add(new ChainCall(call, isCertain));
                        }

                        at = ValueReader.Strip(receiver);
                        break;
                    case IInvocationOperation call when Returned(call.TargetMethod) is { } made:
                        at = ValueReader.Strip(made);
                        break;
                    case ILocalReferenceOperation local:
                        at = ValueReader.Strip(ValueAt(local));
                        break;
                    case IFieldReferenceOperation { Field: { IsReadOnly: true } field } when Initial(field) is { } initial:
                        at = ValueReader.Strip(initial);
                        break;
                    default:
                        return at;
                }
            }

            return null;
        }

        /// <summary>What a variable holds at a place: the last value before it, and behind one that may not have been reached the one before that.</summary>
        private IOperation? ValueAt(ILocalReferenceOperation use)
        {
            IOperation at = use;
            while (true)
            {
                if (file.BodyOf(at).ValueBefore(use.Local, at) is not { } value)
                {
                    return null;
                }

                if (new Mutation(MutationKind.Set, [], null, value).IsCertainAfter(use))
                {
                    return value;
                }

                if (Calls.Count >= LongestChain || Back(value, isCertain: false, use.Local) is not ILocalReferenceOperation again)
                {
                    return null;
                }

                at = again;
            }
        }

        /// <summary>An extension method that does nothing but go on with the chain.</summary>
        private bool TryInline(IInvocationOperation call, bool isCertain)
        {
            if (call.TargetMethod is not { IsExtensionMethod: true, Parameters.Length: > 0 } method || Returned(method) is not { } returned || IsSetAgain(method, returned))
            {
                return false;
            }

            var before = Calls.Count;
            if (Back(returned, isCertain, method.OriginalDefinition.Parameters[0]) is IParameterReferenceOperation)
            {
                return true;
            }

            Calls.RemoveRange(before, Calls.Count - before);
            return false;
        }

        /// <summary>Whether a method puts something else into the parameter that it goes on with.</summary>
        private bool IsSetAgain(IMethodSymbol method, IOperation returned) =>
            file.BodyOf(returned).IsAssigned(method.OriginalDefinition.Parameters[0]);

        /// <summary>What a method of this file returns, each time that it is asked for the first time.</summary>
        private IOperation? Returned(IMethodSymbol method)
        {
            method = method.OriginalDefinition;
            return method is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: [var declaration] } && _open.Add(method)
                ? Operation(ValueReader.Returned(declaration.GetSyntax(file.CancellationToken)))
                : null;
        }

        private IOperation? Initial(IFieldSymbol field) =>
            field.DeclaringSyntaxReferences is [var declaration] && _open.Add(field) && declaration.GetSyntax(file.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
                ? Operation(value)
                : null;

        private IOperation? Operation(ExpressionSyntax? expression) =>
            expression is not null && ReferenceEquals(expression.SyntaxTree, file.Tree) ? file.Model.GetOperation(expression, file.CancellationToken) : null;
    }
}
