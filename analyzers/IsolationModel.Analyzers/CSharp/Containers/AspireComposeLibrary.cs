using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// The Docker Compose publisher of .NET Aspire: <c>PublishAsDockerComposeService((resource, service) => …)</c> changes a service of the file that it
/// writes. The service's type has the words of Compose (dotnet/aspire, src/Aspire.Hosting.Docker/Resources/ComposeNodes).
/// </summary>
internal sealed class AspireComposeLibrary : ObjectLibrary<EngineType>
{
    private static readonly EngineType Service = new("Service", CodeDescriptorKind.Container, 0);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal) { "Service", "PublishAsDockerComposeService", "ConfigureComposeFile" };

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, "Aspire.Hosting.Docker");

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) => type is
    {
        Name: "Service",
        ContainingNamespace: { Name: "ComposeNodes", ContainingNamespace: { Name: "Resources", ContainingNamespace: { Name: "Docker", ContainingNamespace.Name: "Hosting" } } },
    }
        ? Service
        : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making) => new(type.Kind, value, place) { Label = "service" };

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
