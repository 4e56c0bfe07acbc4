using IsolationModel.Analyzers.CSharp.Containers;
using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>AWSSDK.ECS: <c>new RegisterTaskDefinitionRequest { ContainerDefinitions = … }</c>. Its members are the fields of the API.</summary>
internal sealed class AwsEcsLibrary : ObjectLibrary<EngineType>
{
    private static readonly EngineType Request = new("RegisterTaskDefinitionRequest", CodeDescriptorKind.EcsTask, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Request.Name };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "AWSSDK.ECS");

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) =>
        type.Name == Request.Name && type.ContainingNamespace is { Name: "Model", ContainingNamespace: { Name: "ECS", ContainingNamespace.Name: "Amazon" } } ? Request : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place);

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
