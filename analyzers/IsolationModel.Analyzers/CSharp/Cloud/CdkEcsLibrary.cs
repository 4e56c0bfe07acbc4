using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>
/// The AWS Cloud Development Kit for .NET, <c>Amazon.CDK.AWS.ECS</c>: <c>task.AddContainer("web", new ContainerDefinitionOptions { … })</c>. The type of the
/// task says where it runs: <c>FargateTaskDefinition</c>, <c>Ec2TaskDefinition</c>, <c>ExternalTaskDefinition</c>.
/// </summary>
internal sealed class CdkEcsLibrary : CodeLibrary
{
    private const string AddContainer = "AddContainer";
    private const string LaunchType = "launchType";

    /// <summary>Properties of a task that its containers share.</summary>
    private static readonly string[] TaskFields = ["pidMode", "ipcMode", "networkMode", "volumes", "family"];

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { AddContainer };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "Amazon.CDK.Lib");

    /// <inheritdoc/>
    public override void Read(CodeFile file, IReadOnlyList<ExpressionSyntax> expressions, List<CodeDescriptor> found)
    {
        foreach (var expression in expressions)
        {
            if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: AddContainer }, ArgumentList.Arguments.Count: 2 }
                && file.Model.GetOperation(expression, file.CancellationToken) is IInvocationOperation { Instance: { Type: { } type } task, Arguments: [var id, var options] } call
                && IsTask(type))
            {
                found.Add(Read(file, task, type, id.Value, options.Value, MakingName.RangeOf(call.Syntax)));
            }
        }
    }

    private CodeDescriptor Read(CodeFile file, IOperation task, ITypeSymbol type, IOperation id, IOperation options, TextRange place)
    {
        var values = new ValueReader(file, Names);
        var properties = Properties(file, values, task);
        var entries = new List<DataEntry> { new(Key(place, LaunchType), LaunchTypeOf(type.Name, properties) ?? ValueReader.Unknown(task)) };
        foreach (var field in TaskFields)
        {
            if (properties is not null && properties.TryGet(field, out var key, out var value))
            {
                entries.Add(new DataEntry(key, value));
            }
        }

        var container = values.Read(options);
        if (ValueReader.Target(container) is DataMapping known && !known.TryGet("containerName", out _, out _))
        {
            container = TreeEdit.With(known, Key(place, "name"), values.Read(id));
        }

        entries.Add(new DataEntry(Key(place, "containerDefinitions"), new DataSequence(place, [container])));
        return new CodeDescriptor(CodeDescriptorKind.EcsTask, new DataMapping(place, entries), place);
    }

    /// <summary>The properties that the task was made with; null where it was made elsewhere, or with none.</summary>
    private static DataMapping? Properties(CodeFile file, ValueReader values, IOperation task)
    {
        var made = ValueReader.Strip(task) is ILocalReferenceOperation local ? ValueReader.Strip(file.BodyOf(task).ValueOf(local.Local)) : ValueReader.Strip(task);
        return made is IObjectCreationOperation creation && creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "props") is { } properties
            ? ValueReader.Target(values.Read(properties.Value)) as DataMapping
            : null;
    }

    private static DataNode? LaunchTypeOf(string type, DataMapping? properties) => type switch
    {
        "FargateTaskDefinition" => Text("FARGATE"),
        "Ec2TaskDefinition" => Text("EC2"),
        "ExternalTaskDefinition" => Text("EXTERNAL"),
        _ => properties is not null && properties.TryGet("compatibility", out _, out var compatibility) ? compatibility : null,
    };

    private static bool IsTask(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "TaskDefinition", ContainingNamespace: { Name: "ECS", ContainingNamespace: { Name: "AWS", ContainingNamespace: { Name: "CDK", ContainingNamespace.Name: "Amazon" } } } })
            {
                return true;
            }
        }

        return false;
    }

    private static DataScalar Key(TextRange place, string name) => new(place, name, isPlain: true, contentStart: -1);

    private static DataScalar Text(string value) => new(default, value, isPlain: false, contentStart: -1);
}
