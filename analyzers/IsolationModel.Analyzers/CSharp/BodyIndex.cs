using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// What a method (or accessor, lambda, initializer, the statements of a program) does with its local variables: what they are set to, and which
/// members of what they hold are set later on. No flow analysis: what happens under a condition is known to be uncertain, and nothing more.
/// </summary>
internal sealed class BodyIndex
{
    /// <summary>Variables that stand for parts of each other in a circle end here.</summary>
    private const int MostAliases = 10_000;

    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _items = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<Mutation>> _mutations = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _unknown = new(SymbolEqualityComparer.Default);

    private BodyIndex()
    {
    }

    /// <summary>Changes whose target no local variable leads to: parameters of lambdas and methods.</summary>
    public IReadOnlyDictionary<ISymbol, List<Mutation>> Mutations => _mutations;

    public static BodyIndex Of(IOperation root, CancellationToken cancellationToken)
    {
        var index = new BodyIndex();
        foreach (var operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Add(operation);
        }

        index.FollowAliases();
        return index;
    }

    /// <summary>The one value that a local variable is given; null where there is none, or several.</summary>
    public IOperation? ValueOf(ISymbol local) => !_unknown.Contains(local) && _values.TryGetValue(local, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>Whether a parameter is given another value.</summary>
    public bool IsAssigned(ISymbol parameter) => _unknown.Contains(parameter);

    /// <summary>The last value that a local variable is given in the text before a place; null where there is none, or where something else sets it.</summary>
    public IOperation? ValueBefore(ISymbol local, IOperation place)
    {
        IOperation? last = null;
        if (!_unknown.Contains(local) && _values.TryGetValue(local, out var values))
        {
            var end = place.Syntax.SpanStart;
            foreach (var value in values)
            {
                // A place within a value sees the value before it: builder = builder.With().
                if (value.Syntax.Span.End <= end && (last is null || value.Syntax.SpanStart > last.Syntax.SpanStart))
                {
                    last = value;
                }
            }
        }

        return last;
    }

    /// <summary>What is changed in the object that a variable holds, in the order of the text.</summary>
    public IReadOnlyList<Mutation> MutationsOf(ISymbol variable) => _mutations.TryGetValue(variable, out var mutations) ? mutations : [];

    /// <summary>The variable that an initial value or an assignment gives a value to; null where the value goes elsewhere.</summary>
    public static ISymbol? HolderOf(IOperation value)
    {
        var at = value.Parent;
        while (at is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } => local.Local,
            _ => null,
        };
    }

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer()?.Value is { } value:
                AddValue(declarator.Symbol, value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { } item }, Collection: { } collection }:
                _items[item] = collection;
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Parent is not IObjectOrCollectionInitializerOperation:
                AddAssignment(assignment, MutationKind.Set);
                break;
            case ICoalesceAssignmentOperation assignment:
                AddAssignment(assignment, MutationKind.SetIfNull);
                break;
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation:
                AddAssignment(operation, MutationKind.Spoil);
                break;
            case IInvocationOperation { Instance: { } instance } call:
                AddCall(call, instance);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation local }:
                _unknown.Add(local.Local);
                break;
            default:
                break;
        }
    }

    /// <summary>The part of another variable's object that a variable stands for; null where it has a value of its own.</summary>
    public AccessPath? AliasOf(ISymbol variable)
    {
        if (_items.TryGetValue(variable, out var collection))
        {
            return AccessPath.Of(collection) is { } whole ? whole with { Steps = [.. whole.Steps, new AccessStep(null, null, collection.Syntax)] } : null;
        }

        return ValueOf(variable) is { } value && AccessPath.Of(value) is { Steps.Count: > 0 } path ? path : null;
    }

    /// <summary>What is changed through a variable for a part of an object (<c>var container = pod.Spec.Containers[0]</c>) is changed in the object.</summary>
    private void FollowAliases()
    {
        var pending = new Queue<(ISymbol Variable, Mutation Mutation)>(_mutations.SelectMany(entry => entry.Value.Select(mutation => (entry.Key, mutation))));
        for (var steps = 0; pending.Count > 0 && steps < MostAliases; steps++)
        {
            var (variable, mutation) = pending.Dequeue();
            if (AliasOf(variable) is not { } path)
            {
                continue;
            }

            var followed = mutation with { Steps = [.. path.Steps, .. mutation.Steps] };
            Add(path, followed);
            pending.Enqueue((path.Root, followed));
        }

        foreach (var mutations in _mutations.Values)
        {
            mutations.Sort(static (left, right) => left.Operation.Syntax.SpanStart.CompareTo(right.Operation.Syntax.SpanStart));
        }
    }

    private void AddValue(ISymbol local, IOperation value)
    {
        if (!_values.TryGetValue(local, out var values))
        {
            _values.Add(local, values = []);
        }

        values.Add(value);
    }

    private void AddAssignment(IOperation assignment, MutationKind kind)
    {
        var (target, value) = assignment switch
        {
            IAssignmentOperation set => (set.Target, kind == MutationKind.Spoil ? null : set.Value),
            IIncrementOrDecrementOperation step => (step.Target, null),
            _ => (null, null),
        };
        if (target is ILocalReferenceOperation local)
        {
            if (value is null)
            {
                _unknown.Add(local.Local);
            }
            else
            {
                AddValue(local.Local, value);
            }
        }
        else if (target is IParameterReferenceOperation parameter)
        {
            _unknown.Add(parameter.Parameter);
        }
        else if (target is not null && AccessPath.Of(target) is { Steps.Count: > 0 } path)
        {
            Add(path, new Mutation(kind, path.Steps, value, assignment));
        }
    }

    /// <summary>Calls that change a collection: the members of the framework's collections go by these names.</summary>
    private void AddCall(IInvocationOperation call, IOperation instance)
    {
        var isEntry = call is { TargetMethod.Name: "Add" or "TryAdd", Arguments.Length: 2 };
        var kind = call.TargetMethod.Name switch
        {
            _ when isEntry => MutationKind.Set,
            "Add" or "Push" or "Enqueue" when call.Arguments.Length == 1 => MutationKind.Append,
            "AddRange" when call.Arguments.Length == 1 => MutationKind.AppendAll,
            "Insert" when call.Arguments.Length == 2 => MutationKind.Append,
            "Remove" or "RemoveAt" or "RemoveAll" or "Clear" or "InsertRange" => MutationKind.Spoil,
            _ => (MutationKind?)null,
        };
        if (kind is not { } known || AccessPath.Of(instance) is not { } path)
        {
            return;
        }

        var value = known == MutationKind.Spoil ? null : call.Arguments[call.Arguments.Length - 1].Value;
        Add(path, new Mutation(known, isEntry ? [.. path.Steps, AccessStep.Key(call.Arguments[0].Value)] : path.Steps, value, call));
    }

    private void Add(AccessPath path, Mutation mutation)
    {
        if (!_mutations.TryGetValue(path.Root, out var mutations))
        {
            _mutations.Add(path.Root, mutations = []);
        }

        mutations.Add(mutation);
    }
}
