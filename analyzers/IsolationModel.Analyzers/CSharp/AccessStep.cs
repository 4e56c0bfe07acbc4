using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>A step into an object: a member, an entry or item, or all items.</summary>
/// <param name="Member">The member; null for entries and items.</param>
/// <param name="Index">The key or the number; null for members, and for all items.</param>
/// <param name="Syntax">Where the step is written.</param>
internal sealed record AccessStep(ISymbol? Member, IOperation? Index, SyntaxNode Syntax)
{
    /// <summary>Whether it means every item of a list.</summary>
    public bool IsEach => Member is null && Index is null;

    /// <summary>The entry of a key.</summary>
    public static AccessStep Key(IOperation key) => new(null, key, key.Syntax);
}
