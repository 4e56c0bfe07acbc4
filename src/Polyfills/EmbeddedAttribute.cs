namespace Microsoft.CodeAnalysis;

/// <summary>The compiler sees a type with this attribute in its own assembly alone: no other one takes it by <c>InternalsVisibleTo</c>.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class EmbeddedAttribute : Attribute;
