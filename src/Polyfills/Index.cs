using Microsoft.CodeAnalysis;

namespace System;

/// <summary>What the compiler looks for where it reads <c>text[^1]</c>. It makes plain arithmetic of it, unless the index is kept in a variable.</summary>
/// <param name="value">The distance.</param>
/// <param name="fromEnd">Whether it is counted from the end.</param>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The place in a sequence of a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;

    /// <summary>A number is counted from the start.</summary>
    public static implicit operator Index(int value) => new(value);
}
