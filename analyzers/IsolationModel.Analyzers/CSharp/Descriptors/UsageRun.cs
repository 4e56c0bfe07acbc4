using System.Diagnostics.CodeAnalysis;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>Looks at how a C# file uses the product's library, whether or not it describes a workload.</summary>
internal sealed class UsageRun(DescriptorRun run)
{
    /// <summary>Names of attributes and methods of which one stands in each file that is looked at.</summary>
    private static readonly WordSearch Words = new([AttributeCheck.Names, CallCheck.Names]);

    /// <summary>What is reported in a C# file.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "An exception in an analyzer would hide all findings behind AD0001; it is told as ISM9001 instead")]
    public IEnumerable<Diagnostic> DiagnosticsOf(SemanticModel model, CancellationToken cancellationToken)
    {
        try
        {
            return FindingsOf(model, cancellationToken) is { Count: > 0 } findings ? run.Report(findings, model.SyntaxTree, cancellationToken) : [];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [FindingDiagnostic.Create(InputRules.Failure(model.SyntaxTree.FilePath, "reading", error) with { Range = new TextRange(0, 0) })];
        }
    }

    private List<Finding> FindingsOf(SemanticModel model, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (Words.OwnersIn(model.SyntaxTree.GetText(cancellationToken), cancellationToken) == 0)
        {
            return findings;
        }

        CodeFile? file = null;
        foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            switch (node)
            {
                case AttributeSyntax attribute when AttributeCheck.IsCandidate(attribute):
                    findings.AddRange(AttributeCheck.Check(attribute, model, run, cancellationToken));
                    break;
                case InvocationExpressionSyntax call when CallCheck.IsCandidate(call):
                    findings.AddRange(CallCheck.Check(call, file ??= new CodeFile(model, cancellationToken), run));
                    break;
                default:
                    break;
            }
        }

        return findings;
    }
}
