using Microsoft.CodeAnalysis;

namespace System;

/// <summary>What the compiler looks for where it reads <c>text[1..]</c>. It calls <c>Substring</c> or <c>Slice</c> for it.</summary>
/// <param name="start">The first place.</param>
/// <param name="end">The place behind the last one.</param>
[Embedded]
internal readonly struct Range(Index start, Index end)
{
    /// <summary>The first place.</summary>
    public Index Start => start;

    /// <summary>The place behind the last one.</summary>
    public Index End => end;
}
