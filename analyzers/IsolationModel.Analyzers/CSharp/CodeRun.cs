using System.Diagnostics.CodeAnalysis;
using IsolationModel.Rules;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>Judges what C# files build, each file by itself, with what the descriptor files of the project say for it.</summary>
internal sealed class CodeRun(DescriptorRun run, CodeReader reader)
{
    /// <summary>What is reported in a C# file.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "An exception in an analyzer would hide all findings behind AD0001; it is told as ISM9001 instead")]
    public IEnumerable<Diagnostic> DiagnosticsOf(SemanticModel model, CancellationToken cancellationToken)
    {
        try
        {
            return reader.Read(model, cancellationToken) is { Count: > 0 } files ? run.DiagnosticsOf(files, model.SyntaxTree, cancellationToken) : [];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            var finding = InputRules.Failure(model.SyntaxTree.FilePath, "reading", error);
            return [FindingDiagnostic.Create(finding with { Range = new TextRange(0, 0) })];
        }
    }
}
