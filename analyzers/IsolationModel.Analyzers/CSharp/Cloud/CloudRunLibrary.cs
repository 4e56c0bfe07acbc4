using IsolationModel.Analyzers.CSharp.Containers;
using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Cloud;

/// <summary>Google.Cloud.Run.V2: <c>new RevisionTemplate { ExecutionEnvironment = ExecutionEnvironment.Gen1 }</c>.</summary>
internal sealed class CloudRunLibrary : ObjectLibrary<EngineType>
{
    private const string LibraryName = "Google.Cloud.Run.V2";

    private static readonly EngineType Template = new("RevisionTemplate", CodeDescriptorKind.CloudRunRevision, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { Template.Name };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, LibraryName);

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) => type.Name == Template.Name && type.ContainingNamespace?.ToDisplayString() == LibraryName ? Template : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place);

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
