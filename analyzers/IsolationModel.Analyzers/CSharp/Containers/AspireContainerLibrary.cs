using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// Container resources of .NET Aspire: <c>builder.AddContainer("web", "image").WithContainerRuntimeArgs("--runtime=runsc")</c>, and the resources of
/// integrations (<c>AddPostgres</c>), whose builder is the same. A builder is one object, so that calls on a variable count as those in its chain.
/// </summary>
internal sealed class AspireContainerLibrary : CodeLibrary
{
    private const string Arguments = "WithContainerRuntimeArgs";
    private const string BindMount = "WithBindMount";
    private const string Publish = "PublishAs";

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Arguments, BindMount, "AddContainer", "AddDockerfile" };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "Aspire.Hosting");

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        var resources = new Dictionary<SyntaxNode, Resource>();
        foreach (var expression in expressions)
        {
            if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
                || !(Words.Contains(name) || name.StartsWith(Publish, StringComparison.Ordinal))
                || file.Model.GetOperation(expression, file.CancellationToken) is not IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingNamespace: { Name: "Hosting", ContainingNamespace.Name: "Aspire" } } } call)
            {
                continue;
            }

            // A start that says nothing is a resource, too.
            var isStart = !IsResource(CallChain.ReceiverOf(call)?.Type);
            var start = isStart ? call : CallChain.Of(file, CallChain.ReceiverOf(call)!, IsResource).Start;
            if (start is null || (isStart && !IsResource(call.Type)))
            {
                continue;
            }

            if (!resources.TryGetValue(start.Syntax, out var resource))
            {
                resources.Add(start.Syntax, resource = new Resource(start));
            }

            if (!isStart)
            {
                resource.Calls.Add(new ChainCall(call, new Mutation(MutationKind.Set, [], null, call).IsCertainAfter(start)));
            }
        }

        foreach (var resource in resources.Values.OrderBy(static resource => resource.Start.Syntax.SpanStart))
        {
            found.Add(Read(file, resource));
        }
    }

    private CodeDescriptor Read(CodeFile file, Resource resource)
    {
        var values = new ValueReader(file, Names);
        var texts = new List<DataNode>();
        TextRange? runMode = null;
        foreach (var call in resource.Calls.OrderBy(static call => call.Call.Syntax.Span.End))
        {
            if (call.Name == Arguments)
            {
                runMode ??= MakingName.RangeOf(call.Call.Syntax);
                AddArguments(file, values, call, texts);
            }
            else if (call.Name == BindMount)
            {
                AddMount(values, call, texts);
            }
        }

        // Whoever calls a method with a builder made its resource elsewhere.
        var made = resource.Start as IInvocationOperation;
        var place = MakingName.RangeOf(resource.Start.Syntax);
        return new CodeDescriptor(CodeDescriptorKind.ContainerArguments, new DataSequence(place, texts), place)
        {
            Name = NameOf(values, made),
            IsOptionsOnly = true,
            // What is published its own way is judged there.
            RunMode = resource.Calls.Exists(static call => call.Name.StartsWith(Publish, StringComparison.Ordinal)) ? null : runMode,
            IsPart = made is null,
            Label = made is null ? $"code that changes resource {CodeText.Short(resource.Start.Syntax)}" : null,
        };
    }

    /// <summary>The name that the resource has in the application.</summary>
    private static string NameOf(ValueReader values, IInvocationOperation? made) =>
        made?.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "name", Type.SpecialType: SpecialType.System_String }) is { } name
        && ValueReader.Target(values.Read(name.Value)) is DataScalar { IsUnresolved: false, IsNull: false } text
            ? text.Value
            : string.Empty;

    private static void AddArguments(CodeFile file, ValueReader values, ChainCall call, List<DataNode> texts)
    {
        if (!call.IsCertain)
        {
            texts.Add(ValueReader.Unknown(call.Call));
        }
        else if (call.Argument("args") is { } given)
        {
            AddTexts(values.Read(given), texts);
        }
        else if (FunctionBody.Of(file, call.Argument("callback")) is { Method.Parameters: [var context] } function)
        {
            // The callback adds to a list that is empty, or has what came before.
            var changed = new MutationReader(values).Apply(new DataMapping(CodeFile.RangeOf(function.Body.Syntax), []), file.BodyOf(function.Body).MutationsOf(context), function.Body);
            AddTexts(new DataCursor(changed)["args"].Node, texts);
        }
        else
        {
            texts.Add(ValueReader.Unknown(call.Call));
        }
    }

    private static void AddTexts(DataNode? list, List<DataNode> texts)
    {
        if (list is not null && ValueReader.Target(list) is DataSequence many)
        {
            texts.AddRange(many.Items);
        }
        else if (list is not null)
        {
            texts.Add(list);
        }
    }

    private static void AddMount(ValueReader values, ChainCall call, List<DataNode> texts)
    {
        if (call.Argument("source") is not { } source || call.Argument("target") is not { } target)
        {
            return;
        }

        var (from, to) = (ValueReader.Target(values.Read(source)) as DataScalar, ValueReader.Target(values.Read(target)) as DataScalar);
        var place = CodeFile.RangeOf(source.Syntax);
        var mode = call.Argument("isReadOnly") is { ConstantValue: { HasValue: true, Value: true } } ? ":ro" : string.Empty;
        var isOpen = !call.IsCertain || from is null or { IsUnresolved: true };
        var text = isOpen ? CodeText.Short(call.Call.Syntax) : $"{from!.Value}:{(to is null or { IsUnresolved: true } ? "${target}" : to.Value)}{mode}";
        texts.Add(new DataScalar(place, "--volume", isPlain: false, contentStart: -1));
        texts.Add(new DataScalar(place, text, isPlain: false, contentStart: -1, isOpen));
    }

    /// <summary>Whether a type is the builder of a container resource: <c>IResourceBuilder&lt;T&gt;</c> with a T that derives from ContainerResource.</summary>
    private static bool IsResource(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { Name: "IResourceBuilder", TypeArguments: [var resource] })
        {
            return false;
        }

        return resource is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsContainer) : IsContainer(resource);
    }

    private static bool IsContainer(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "ContainerResource", ContainingNamespace: { Name: "ApplicationModel", ContainingNamespace: { Name: "Hosting", ContainingNamespace.Name: "Aspire" } } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A resource with the calls that its builder gets.</summary>
    private sealed class Resource(IOperation start)
    {
        public IOperation Start { get; } = start;

        public List<ChainCall> Calls { get; } = [];
    }
}
