using System.Diagnostics.CodeAnalysis;

namespace IsolationModel.Fuzzing;

/// <summary>A property does not hold.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It always names its property")]
internal sealed class OracleException(string property, string kind, string detail) : Exception($"{property}: {kind}: {detail}")
{
    /// <summary>The property: <c>ranges</c>, <c>sameness</c>.</summary>
    public string Property { get; } = property;

    /// <summary>How it is broken, without what differs from input to input: two finds of one kind are likely one mistake.</summary>
    public string Kind { get; } = kind;

    /// <summary>Throws where something does not hold.</summary>
    public static void Demand([DoesNotReturnIf(false)] bool holds, string property, string kind, Func<string> detail)
    {
        if (!holds)
        {
            throw new OracleException(property, kind, detail());
        }
    }
}
