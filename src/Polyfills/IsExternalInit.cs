using Microsoft.CodeAnalysis;

namespace System.Runtime.CompilerServices;

/// <summary>Marks a setter as <c>init</c>.</summary>
[Embedded]
internal static class IsExternalInit;
