using IsolationModel.Analyzers.CSharp.Containers;
using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>A library of a cloud in which one type describes what is started.</summary>
/// <param name="library">The name of its assembly, and of the namespace of the type.</param>
/// <param name="type">The type.</param>
/// <param name="kind">What the type describes.</param>
internal sealed class CloudObjectLibrary(string library, string type, CodeDescriptorKind kind) : ObjectLibrary<EngineType>
{
    private readonly EngineType _described = new(type, kind, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = [type];

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, library);

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) =>
        type.Name == _described.Name && type.ContainingNamespace?.ToDisplayString() == library ? _described : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place);

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
