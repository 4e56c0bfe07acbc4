using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// Docker.DotNet and Docker.DotNet.Enhanced, which have the same names: <c>Docker.DotNet.Models</c>. Their types are the bodies of requests of the
/// Engine API, and their attributes name the fields.
/// </summary>
internal sealed class DockerDotNetLibrary : ObjectLibrary<EngineType>
{
    private const string AssemblyName = "Docker.DotNet";

    private static readonly EngineType[] Types =
    [
        new("CreateContainerParameters", CodeDescriptorKind.EngineContainer, 0),
        new("HostConfig", CodeDescriptorKind.EngineContainer, 1) { Field = "HostConfig" },
        new("ContainerSpec", CodeDescriptorKind.SwarmContainer, 0),
        new("ContainerExecCreateParameters", CodeDescriptorKind.EngineExec, 0),
    ];

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Words { get; } = new HashSet<string>(Types.Select(static type => type.Name), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsReferenced(Compilation compilation) => References(compilation, AssemblyName);

    /// <inheritdoc/>
    public override EngineType? TypeOf(ITypeSymbol type) => type is
    {
        ContainingNamespace: { Name: "Models", ContainingNamespace: { Name: "DotNet", ContainingNamespace: { Name: "Docker", ContainingNamespace.IsGlobalNamespace: true } } },
    }
        ? Array.Find(Types, known => known.Name == type.Name)
        : null;

    /// <inheritdoc/>
    public override CodeDescriptor Descriptor(EngineType type, DataNode value, TextRange place, IOperation making)
    {
        var root = type.Field is { } field ? new DataMapping(value.Range, [new DataEntry(new DataScalar(place, field, isPlain: true, contentStart: -1), value)]) : value;
        return type.Kind == CodeDescriptorKind.EngineExec
            ? new CodeDescriptor(type.Kind, root, place) { IsPart = true, Label = "a command in a container" }
            : new CodeDescriptor(type.Kind, root, place);
    }

    /// <inheritdoc/>
    protected override int RankOf(EngineType type) => type.Rank;
}
