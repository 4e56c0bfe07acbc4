using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A RuntimeClass object: what a class name means in the cluster. It has no namespace.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Handler">Its handler, or null where it cannot be known.</param>
/// <param name="Range">Where the handler stands.</param>
public sealed record RuntimeClassObject(string Name, string? Handler, TextRange Range)
{
    /// <summary>Where its name stands.</summary>
    public TextRange NameRange { get; init; }

    /// <summary>The node selector that it adds to its pods (<c>scheduling.nodeSelector</c>).</summary>
    public IReadOnlyList<PlacedValue> NodeSelector { get; init; } = [];

    /// <summary>The overhead that its pods get (<c>overhead.podFixed</c>).</summary>
    public IReadOnlyList<PlacedValue> Overhead { get; init; } = [];
}
