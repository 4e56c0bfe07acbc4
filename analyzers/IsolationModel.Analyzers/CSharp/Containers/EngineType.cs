using IsolationModel.Descriptors;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>What a type of Docker.DotNet stands for in the Engine API.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Kind">What it describes.</param>
/// <param name="Rank">Its place among the types that hold each other.</param>
internal sealed record EngineType(string Name, CodeDescriptorKind Kind, int Rank)
{
    /// <summary>The field of the request that it is; null where it is the request itself.</summary>
    public string? Field { get; init; }
}
