using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>Pulumi.Docker: <c>new Container("web", new ContainerArgs { … })</c>.</summary>
internal sealed class PulumiDockerLibrary : ObjectLibrary<EngineType>
{
    private const string LibraryName = "Pulumi.Docker";

    private static readonly EngineType Arguments = new("ContainerArgs", CodeDescriptorKind.ProviderContainer, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Arguments.Name };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, LibraryName);

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) => type.Name == Arguments.Name && type.ContainingNamespace?.ToDisplayString() == LibraryName ? Arguments : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place);

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
