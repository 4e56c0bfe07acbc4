using IsolationModel.Data;
using IsolationModel.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>Where an object initializer of a pod spec takes a runtime class.</summary>
internal static class RuntimeClassSlot
{
    private const string Field = "runtimeClassName";
    private const string Member = "RuntimeClassName";
    private const int DeepestSpec = 12;

    /// <summary>The place in front of the first member of the pod spec; null where there is no initializer with members in this file.</summary>
    /// <param name="library">The library.</param>
    /// <param name="file">The file.</param>
    /// <param name="value">What is made.</param>
    public static NamePlace? Find(KubernetesLibrary library, CodeFile file, DataNode value) => Find(library, file, value, DeepestSpec);

    private static NamePlace? Find(KubernetesLibrary library, CodeFile file, DataNode value, int depth)
    {
        // Behind an alias stands another file.
        if (value is not DataMapping mapping || depth == 0)
        {
            return null;
        }

        if (mapping.TryGet("containers", out _, out _) && !mapping.TryGet(Field, out _, out _))
        {
            return Of(library, file, mapping);
        }

        return mapping.Entries.Select(entry => Find(library, file, entry.Value, depth - 1)).FirstOrDefault(static place => place is not null);
    }

    private static NamePlace? Of(KubernetesLibrary library, CodeFile file, DataMapping spec)
    {
        if (spec.Range.End > file.Text.Length
            || file.Tree.GetRoot(file.CancellationToken).FindNode(new TextSpan(spec.Range.Start, spec.Range.Length), getInnermostNodeForTie: true) is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: [var first, ..] } creation
            || file.Model.GetTypeInfo(creation, file.CancellationToken).Type is not { } type
            || library.TypeOf(type)?.Part != KubernetesPart.PodSpec)
        {
            return null;
        }

        var line = file.Text.Lines.GetLineFromPosition(first.SpanStart);
        var indent = file.Text.ToString(TextSpan.FromBounds(line.Start, first.SpanStart));
        var isAlone = indent.Trim().Length == 0;
        var lineBreak = isAlone ? file.Text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : string.Empty;
        return NamePlace.InCode(first.SpanStart, $"{Member} = ", isAlone ? $",{lineBreak}{indent}" : ", ");
    }
}
