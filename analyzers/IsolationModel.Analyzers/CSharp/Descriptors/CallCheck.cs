using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>Looks at constant texts that calls take: ids of entries, and needs.</summary>
internal static class CallCheck
{
    private static readonly Lazy<ModelIndex> BuiltIn = new(static () => new ModelIndex(BuiltInModel.Definition));

    /// <summary>Whether a call may be one of the product's, by its name alone.</summary>
    public static bool IsCandidate(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && Names.Contains(name);

    /// <summary>The names of the methods.</summary>
    public static IReadOnlyCollection<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { "Find", "Parse", "ParseNeed" };

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<Finding> Check(InvocationExpressionSyntax call, CodeFile file, DescriptorRun run)
    {
        if (file.Model.GetOperation(call, file.CancellationToken) is not IInvocationOperation operation)
        {
            return [];
        }

        var method = operation.TargetMethod;
        return DescriptorWords.IsFind(operation) ? Find(operation, file)
            : method is { Name: "Parse", Parameters.Length: 1 } && SdkTypes.Is(method.ContainingType, SdkTypes.Need) ? Need(operation, file, BuiltIn.Value)
            : method.Name == "ParseNeed" && SdkTypes.Is(method.ContainingType, SdkTypes.Model) && ModelOf(operation, run, file.CancellationToken) is { } model ? Need(operation, file, model)
            : [];
    }

    private static IEnumerable<Finding> Find(IInvocationOperation call, CodeFile file)
    {
        if (Constant(call, file) is not { } id || CatalogueOf(call) is not { } catalogue)
        {
            yield break;
        }

        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in catalogue.GetMembers())
        {
            if (member is IPropertySymbol && SdkTypes.EntryOf(member) is { } entry)
            {
                members[entry.Id] = member.Name;
            }
        }

        var value = new CodeValue(id.Value, id.Range);
        if (!members.TryGetValue(id.Value, out var name))
        {
            yield return UsageRules.UnknownEntry(file.Tree.FilePath, file.Lines, value, catalogue.Name, members.Keys);
        }
        else
        {
            yield return UsageRules.TypedMember(file.Tree.FilePath, file.Lines, value, $"{catalogue.Name}.{name}", EditOf(call, name));
        }
    }

    /// <summary>Writes the member in the place of the call; what stands in front of it stays.</summary>
    private static TextEdit? EditOf(IInvocationOperation call, string member) =>
        call is { TargetMethod.IsStatic: true, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } syntax }
            ? new TextEdit(TextRange.FromBounds(name.SpanStart, syntax.Span.End), member)
            : null;

    private static IEnumerable<Finding> Need(IInvocationOperation call, CodeFile file, ModelIndex model) => Constant(call, file) is { } text
        ? UsageRules.OfText(model, new NeedDeclaration(NeedCarrier.Needs, NeedScope.Template, text.Value, file.Tree.FilePath, file.Lines, text.Range, text.ContentStart))
        : [];

    /// <summary>The constant that stands in a call itself.</summary>
    private static DataScalar? Constant(IInvocationOperation call, CodeFile file) =>
        call.Arguments[0].Value is { ConstantValue: { HasValue: true, Value: string text } } value && ReferenceEquals(value.Syntax.SyntaxTree, file.Tree)
            ? ConstantReader.Read(value, text) : null;

    /// <summary>The class of typed members in which an id is searched; null where only the running program knows the model.</summary>
    public static INamedTypeSymbol? CatalogueOf(IInvocationOperation call) => call.TargetMethod.IsStatic ? call.TargetMethod.ContainingType
        : call.Instance is IPropertyReferenceOperation { Property: { IsStatic: true, Name: "BuiltIn" } property } && SdkTypes.Is(property.ContainingType, SdkTypes.Model)
            ? property.ContainingAssembly.GetTypeByMetadataName("IsolationModel.Technologies")
            : null;

    private static ModelIndex? ModelOf(IInvocationOperation call, DescriptorRun run, CancellationToken cancellationToken) => call.Instance switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "BuiltIn" } property } when SdkTypes.Is(property.ContainingType, SdkTypes.Model) => BuiltIn.Value,
        // The overlay's model of this project, which is generated.
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Instance" } property } when property.DeclaringSyntaxReferences.Length > 0 => run.ModelOf(cancellationToken),
        _ => null,
    };
}
