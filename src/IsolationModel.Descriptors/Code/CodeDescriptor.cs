using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>A descriptor that code builds, as the tree that the same descriptor in a file would be.</summary>
/// <param name="Kind">What it describes.</param>
/// <param name="Root">The tree: keys are those of the format, ranges are those of the code.</param>
/// <param name="Range">Where the code names it.</param>
public sealed record CodeDescriptor(CodeDescriptorKind Kind, DataNode Root, TextRange Range)
{
    /// <summary>Its name, where the tree has no place for one; empty where it has none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Needs that the code around it declares.</summary>
    public IReadOnlyList<NeedDeclaration> Needs { get; init; } = [];

    /// <summary>What it is called in messages, where that is not what the format calls it.</summary>
    public string? Label { get; init; }

    /// <summary>Where the code takes the name of a runtime class that it does not have yet; null where it takes none.</summary>
    public NamePlace? RuntimeClassPlace { get; init; }

    /// <summary>The platform of the model that starts a container.</summary>
    public string PlatformId { get; init; } = "docker";

    /// <summary>Of arguments: whether they are options alone, with the image elsewhere. Otherwise the first text that is no option is the image.</summary>
    public bool IsOptionsOnly { get; init; }

    /// <summary>Where it says what holds only while the program itself starts it, and is dropped from what is published; null where all of it holds.</summary>
    public TextRange? RunMode { get; init; }

    /// <summary>Whether it is only a part of what will be deployed: code that changes something it did not make.</summary>
    public bool IsPart { get; init; }
}
