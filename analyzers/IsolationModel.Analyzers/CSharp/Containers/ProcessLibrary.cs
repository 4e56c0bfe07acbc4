using IsolationModel.Data;
using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// Programs that code starts: <c>Process.Start("docker", "run …")</c> and <c>ProcessStartInfo</c>, where the program is an engine's command line and
/// its command makes a container.
/// </summary>
internal sealed class ProcessLibrary : CodeLibrary
{
    private const string Start = "Start";
    private const string Process = "Process";
    private const string Info = "ProcessStartInfo";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Process, Info };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => !compilation.GetTypesByMetadataName("System.Diagnostics." + Info).IsEmpty;

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        // A process is made with what starts it, which is then read already.
        foreach (var expression in expressions.Where(static expression => IsNamed(expression, Process)))
        {
            ReadCreation(file, expression, Process, found);
        }

        foreach (var expression in expressions)
        {
            if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Start }, ArgumentList.Arguments.Count: 2 })
            {
                ReadStart(file, expression, found);
            }
            else if (IsNamed(expression, Info) && !file.IsConsumed(expression))
            {
                ReadCreation(file, expression, Info, found);
            }
        }
    }

    private static bool IsNamed(ExpressionSyntax expression, string type) => expression switch
    {
        ObjectCreationExpressionSyntax creation => MakingName.LastOf(creation.Type) == type,
        ImplicitObjectCreationExpressionSyntax => true,
        _ => false,
    };

    private void ReadCreation(CodeFile file, ExpressionSyntax expression, string name, List<CodeDescriptor> found)
    {
        if (file.Model.GetOperation(expression, file.CancellationToken) is not IObjectCreationOperation { Type: { } type } creation
            || type.Name != name || !IsDiagnostics(type)
            || ValueReader.Target(new ValueReader(file, Names).ReadHeld(creation)) is not DataMapping made)
        {
            return;
        }

        var info = name == Process ? new DataCursor(made)["startInfo"] : new DataCursor(made);
        var arguments = info["argumentList"] is { Exists: true } list ? list : info["arguments"];
        Add(CommandLine.Read(info["fileName"], arguments.Node is DataSequence ? Texts(arguments) : Split(file, creation, arguments), MakingName.RangeOf(expression)), found);
    }

    private void ReadStart(CodeFile file, ExpressionSyntax expression, List<CodeDescriptor> found)
    {
        if (file.Model.GetOperation(expression, file.CancellationToken) is not IInvocationOperation { TargetMethod: { Name: Start, IsStatic: true, ContainingType: { Name: Process } type }, Arguments: [var program, var arguments] }
            || !IsDiagnostics(type))
        {
            return;
        }

        var values = new ValueReader(file, Names);
        var name = new DataCursor(values.Read(program.Value));
        var texts = ValueReader.Strip(arguments.Value)?.Type?.SpecialType == SpecialType.System_String
            ? CommandLineText.Split(TextPieces.Of(values, arguments.Value))
            : Texts(new DataCursor(values.Read(arguments.Value)));
        Add(CommandLine.Read(name, texts, MakingName.RangeOf(expression)), found);
    }

    private static void Add(CodeDescriptor? descriptor, List<CodeDescriptor> found)
    {
        if (descriptor is not null)
        {
            found.Add(descriptor);
        }
    }

    /// <summary>The one text of the arguments, taken apart where it is written; what the value became is known already, but not where its parts stand.</summary>
    private List<DataScalar> Split(CodeFile file, IObjectCreationOperation creation, DataCursor arguments)
    {
        if (!arguments.Exists)
        {
            return [];
        }

        var written = creation.Syntax.SyntaxTree.GetRoot(file.CancellationToken).FindNode(new Microsoft.CodeAnalysis.Text.TextSpan(arguments.Range.Start, arguments.Range.Length), getInnermostNodeForTie: true);
        var operation = written is ExpressionSyntax ? file.Model.GetOperation(written, file.CancellationToken) : null;
        return [.. CommandLineText.Split(operation is not null
            ? TextPieces.Of(new ValueReader(file, Names), operation)
            : [new TextPiece(arguments.Text ?? string.Empty, -1, new Microsoft.CodeAnalysis.Text.TextSpan(arguments.Range.Start, arguments.Range.Length), arguments.IsUnresolved)])];
    }

    private static List<DataScalar> Texts(DataCursor list)
    {
        var texts = new List<DataScalar>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i);
            texts.Add(item.Scalar is { } text && !item.IsBehindAlias ? text : new DataScalar(item.Range, item.Text ?? "${}", isPlain: false, contentStart: -1, item.Text is null || item.IsUnresolved));
        }

        return texts;
    }

    private static bool IsDiagnostics(ITypeSymbol type) => type.ContainingNamespace is { Name: "Diagnostics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
