using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>Where a fact comes from.</summary>
public sealed class ModelSource
{
    internal ModelSource(SourceDefinition definition) => Definition = definition;

    /// <summary>Id of the source in the model.</summary>
    public string Id => Definition.Id;

    /// <summary>Title with version or commit.</summary>
    public string Title => Definition.Title;

    /// <summary>What kind of evidence it is.</summary>
    public SourceKind Kind => Definition.Kind;

    /// <summary>Address, or null.</summary>
    public string? Url => Definition.Url;

    /// <summary>Date of the state that was read (yyyy-MM-dd or yyyy-MM), or null.</summary>
    public string? AsOf => Definition.AsOf;

    /// <summary>Who published it, or null.</summary>
    public string? Publisher => Definition.Publisher;

    internal SourceDefinition Definition { get; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
