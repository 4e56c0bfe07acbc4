using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Code as messages quote it.</summary>
internal static class CodeText
{
    private const int Longest = 40;

    /// <summary>The code of an expression in one line, its middle left out where it is long.</summary>
    public static string Short(SyntaxNode syntax)
    {
        var text = string.Join(" ", syntax.ToString().Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest - 1) + "…";
    }
}
