using IsolationModel.Analyzers.CSharp.Containers;
using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>Azure.ResourceManager.ContainerInstance: <c>new ContainerGroupData(location, containers, osType) { Sku = ContainerGroupSku.Dedicated }</c>.</summary>
internal sealed class AzureResourceManagerLibrary : ObjectLibrary<EngineType>
{
    private const string LibraryName = "Azure.ResourceManager.ContainerInstance";

    private static readonly EngineType Group = new("ContainerGroupData", CodeDescriptorKind.AzureContainerGroup, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Group.Name };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, LibraryName);

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) => type.Name == Group.Name && type.ContainingNamespace?.ToDisplayString() == LibraryName ? Group : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place);

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
