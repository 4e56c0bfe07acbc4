using Microsoft.CodeAnalysis;

namespace System.Diagnostics.CodeAnalysis;

/// <summary>Says of an output that it is not null when the method returns a value.</summary>
/// <param name="returnValue">The value.</param>
[Embedded]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    /// <summary>The value.</summary>
    public bool ReturnValue => returnValue;
}
