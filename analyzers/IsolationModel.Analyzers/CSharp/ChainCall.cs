using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A call in a chain.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsCertain">Whether it is made whenever the chain is gone through.</param>
internal sealed record ChainCall(IInvocationOperation Call, bool IsCertain)
{
    /// <summary>The method's name.</summary>
    public string Name => Call.TargetMethod.Name;

    /// <summary>The value of an argument, defaults included; null where the method has no such parameter.</summary>
    public IOperation? Argument(string parameter)
    {
        foreach (var argument in Call.Arguments)
        {
            if (string.Equals(argument.Parameter?.Name, parameter, StringComparison.Ordinal))
            {
                return argument.Value;
            }
        }

        return null;
    }
}
