using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Marks a <c>required</c> member, and a type that has one.</summary>
[Embedded]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
