using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Kubernetes;

/// <summary>
/// A library with a type for each kind of Kubernetes. Whole objects are read with everything in them; templates and pod specs that are made apart
/// are read on their own, since somebody will put them into an object; and what is changed in an object that comes from elsewhere is a part.
/// </summary>
internal abstract class KubernetesLibrary : CodeLibrary
{
    private static readonly string[] PodApi = ["v1", "Pod"];

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        var makings = Makings(file, expressions);
        // What a method makes is read with the arguments of each call, and alone only where nothing calls it.
        foreach (var (type, operation) in makings.OrderBy(static making => making.Type.Part).ThenBy(static making => making.Operation is IInvocationOperation ? 0 : 1))
        {
            if (!file.IsConsumed(operation.Syntax) && new ValueReader(file, Names).ReadHeld(operation) is var value && ValueReader.Target(value) is DataMapping)
            {
                found.Add(Descriptor(type, value, NamedAt(operation.Syntax), operation) with { RuntimeClassPlace = RuntimeClassSlot.Find(this, file, value) });
            }
        }

        new PartReader(this, file, Names).Read(expressions, found);
    }

    /// <summary>What a type stands for; null for types that are none of the library's, or of no interest.</summary>
    public abstract KubernetesType? TypeOf(ITypeSymbol type);

    /// <summary>The name of an object where that is no member of it; null otherwise.</summary>
    protected virtual string? NameOf(IOperation making) => null;

    /// <summary>The descriptor of an object, or of a part as the pod that it makes.</summary>
    public CodeDescriptor Descriptor(KubernetesType type, DataNode value, TextRange place, IOperation making)
    {
        var entries = new List<DataEntry>();
        var body = ValueReader.Target(value);
        if (type.Part == KubernetesPart.Object)
        {
            entries.AddRange((body as DataMapping)?.Entries ?? []);
            Add("apiVersion", type.ApiVersion);
            Add("kind", type.Kind);
            if (NameOf(making) is { } name && !entries.Exists(static entry => entry.Key.Value == "metadata"))
            {
                entries.Add(new DataEntry(Text(place, "metadata"), new DataMapping(place, [new DataEntry(Text(place, "name"), Text(place, name))])));
            }
        }
        else
        {
            // A template's own metadata is that of the pods.
            Add("apiVersion", PodApi[0]);
            Add("kind", PodApi[1]);
            entries.AddRange(type.Part == KubernetesPart.Template ? (body as DataMapping)?.Entries ?? [] : [new DataEntry(Text(place, "spec"), value)]);
        }

        return new CodeDescriptor(CodeDescriptorKind.KubernetesObject, new DataMapping(value.Range, entries), place);

        void Add(string key, string text)
        {
            if (!entries.Exists(entry => entry.Key.Value == key && entry.Value is not DataScalar { IsNull: true }))
            {
                entries.RemoveAll(entry => entry.Key.Value == key);
                entries.Add(new DataEntry(Text(place, key), Text(place, text)));
            }
        }
    }

    private List<(KubernetesType Type, IOperation Operation)> Makings(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions)
    {
        var makings = new List<(KubernetesType, IOperation)>();
        foreach (var expression in expressions)
        {
            if (IsCandidate(file, expression)
                && file.Model.GetOperation(expression, file.CancellationToken) is (IObjectCreationOperation or IWithOperation or IInvocationOperation) and { Type: { } type } operation
                && TypeOf(type) is { } known)
            {
                makings.Add((known, operation));
            }
        }

        return makings;
    }

    /// <summary>The name of a type is in front of most expressions, and tells without asking the compiler.</summary>
    private bool IsCandidate(CodeFile file, ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax { Type: var name } => Words.Contains(LastName(name)),
        InvocationExpressionSyntax call => file.Model.GetSymbolInfo(call, file.CancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: 1, ReturnType: var returned } && TypeOf(returned) is not null,
        AssignmentExpressionSyntax => false,
        _ => true,
    };

    /// <summary>Where an object is named: the name of its type, or <c>new</c>.</summary>
    private static TextRange NamedAt(SyntaxNode making) => making switch
    {
        ObjectCreationExpressionSyntax creation => CodeFile.RangeOf(creation.Type),
        ImplicitObjectCreationExpressionSyntax creation => CodeFile.RangeOf(creation.NewKeyword.Span),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => CodeFile.RangeOf(method.Name),
        InvocationExpressionSyntax call => CodeFile.RangeOf(call.Expression),
        _ => CodeFile.RangeOf(making),
    };

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private static DataScalar Text(TextRange place, string value) => new(place, value, isPlain: false, contentStart: -1);
}
