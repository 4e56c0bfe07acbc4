using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A later change of an object.</summary>
/// <param name="Kind">How it is changed.</param>
/// <param name="Steps">The way from the variable to what is changed.</param>
/// <param name="Value">What comes there; null where that is not known.</param>
/// <param name="Operation">The statement's operation.</param>
internal sealed record Mutation(MutationKind Kind, IReadOnlyList<AccessStep> Steps, IOperation? Value, IOperation Operation)
{
    /// <summary>
    /// Whether it happens whenever the object is made: no condition, loop, handler or function stands around it that does not stand around the
    /// making as well.
    /// </summary>
    /// <param name="making">Where the object is made.</param>
    public bool IsCertainAfter(IOperation? making)
    {
        var around = new HashSet<IOperation>();
        for (var at = making; at is not null; at = at.Parent)
        {
            around.Add(at);
        }

        var below = Operation;
        for (var at = Operation.Parent; at is not null; at = at.Parent)
        {
            if (around.Contains(at) && !IsOtherBranch(at, below, around))
            {
                return true;
            }

            if (IsConditional(at, below))
            {
                return false;
            }

            below = at;
        }

        return true;
    }

    private static bool IsOtherBranch(IOperation parent, IOperation child, HashSet<IOperation> around) => IsConditional(parent, child) && !around.Contains(child);

    private static bool IsConditional(IOperation parent, IOperation child) => parent switch
    {
        IConditionalOperation conditional => !ReferenceEquals(conditional.Condition, child),
        // Every item of a collection is reached by its loop.
        IForEachLoopOperation => false,
        ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ISwitchCaseOperation or ICatchClauseOperation => true,
        IAnonymousFunctionOperation or ILocalFunctionOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => !ReferenceEquals(binary.LeftOperand, child),
        ICoalesceOperation coalesce => !ReferenceEquals(coalesce.Value, child),
        _ => false,
    };
}
