using IsolationModel.Data;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// Applies later changes to what a variable was given. A change that happens under a condition only leaves the value open: it is neither the one
/// nor the other for certain.
/// </summary>
internal sealed class MutationReader(ValueReader values)
{
    /// <summary>The value after all changes.</summary>
    /// <param name="start">What the variable was given.</param>
    /// <param name="mutations">The changes, in the order of the text.</param>
    /// <param name="making">Where it was made; null where it comes from outside.</param>
    public DataNode Apply(DataNode start, IReadOnlyList<Mutation> mutations, IOperation? making)
    {
        var result = start;
        foreach (var mutation in mutations)
        {
            result = Change(ValueReader.Target(result), mutation, 0, mutation.IsCertainAfter(making));
        }

        return result;
    }

    private DataNode Change(DataNode node, Mutation mutation, int depth, bool isCertain)
    {
        if (depth == mutation.Steps.Count)
        {
            return Replace(node, mutation, isCertain);
        }

        var step = mutation.Steps[depth];
        if (step.Member is { } member)
        {
            return ChangeEntry(node, new ObjectReader(values).KeyOf(member, step.Syntax), mutation, depth, isCertain);
        }

        if (step.Index is { } index && values.Read(index) is DataScalar { IsUnresolved: false } key && (!key.IsPlain || node is DataMapping))
        {
            return ChangeEntry(node, key, mutation, depth, isCertain);
        }

        return node is DataSequence list ? ChangeItems(list, step, mutation, depth, isCertain) : node;
    }

    private DataNode ChangeEntry(DataNode node, DataScalar key, Mutation mutation, int depth, bool isCertain)
    {
        if (node is not DataMapping mapping)
        {
            return node;
        }

        var isThere = mapping.TryGet(key.Value, out var known, out var inner);
        var isLast = depth == mutation.Steps.Count - 1;
        if (isThere && mutation.Kind == MutationKind.SetIfNull && isLast && ValueReader.Target(inner!) is not DataScalar { IsNull: true })
        {
            return mapping;
        }

        if (!isThere && !isLast)
        {
            // The library makes such objects itself (lists that are never null), or the program fails.
            inner = new DataMapping(key.Range, []);
        }

        var changed = Change(isThere || !isLast ? ValueReader.Target(inner!) : Missing(mutation, key), mutation, depth + 1, isCertain);
        return TreeEdit.With(mapping, isLast || known is null ? key : known, changed);
    }

    private DataSequence ChangeItems(DataSequence list, AccessStep step, Mutation mutation, int depth, bool isCertain)
    {
        var only = step.Index is { } index && values.Read(index) is DataScalar { IsUnresolved: false } number && number.AsInteger() is { } at ? (int?)(int)Math.Min(at, int.MaxValue) : null;
        var result = list;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (only is null || only == i)
            {
                // A number that is not known may be any.
                result = TreeEdit.With(result, i, Change(ValueReader.Target(list.Items[i]), mutation, depth + 1, isCertain && (only is not null || step.IsEach)));
            }
        }

        return result;
    }

    private static DataNode Missing(Mutation mutation, DataScalar key) =>
        mutation.Kind is MutationKind.Append or MutationKind.AppendAll ? new DataSequence(key.Range, []) : new DataScalar(key.Range, "null", isPlain: true, contentStart: -1);

    private DataNode Replace(DataNode node, Mutation mutation, bool isCertain)
    {
        var value = mutation.Value is { } given ? values.Read(given) : null;
        switch (mutation.Kind)
        {
            case MutationKind.Append or MutationKind.AppendAll when node is DataSequence or DataMapping { Entries.Count: 0 }:
                var list = node as DataSequence ?? new DataSequence(node.Range, []);
                return TreeEdit.Append(list, !isCertain || value is null ? [ValueReader.Unknown(mutation.Operation)] : Items(value, mutation));
            case MutationKind.Set or MutationKind.SetIfNull when isCertain && value is not null:
                return value;
            default:
                return ValueReader.Unknown(mutation.Operation);
        }
    }

    private static IEnumerable<DataNode> Items(DataNode value, Mutation mutation) => mutation.Kind == MutationKind.Append
        ? [value]
        : ValueReader.Target(value) is DataSequence many ? many.Items : [ValueReader.Unknown(mutation.Operation)];
}
