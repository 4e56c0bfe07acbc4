using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Marks what only a compiler may use that knows a feature: constructors of types with <c>required</c> members.</summary>
/// <param name="featureName">The feature.</param>
[Embedded]
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The feature.</summary>
    public string FeatureName => featureName;
}
