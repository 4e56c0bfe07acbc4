using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Evaluation;

/// <summary>A weakening that acts on a workload's boundary.</summary>
/// <param name="Weakening">The weakening.</param>
/// <param name="Effect">What it does under the technology.</param>
/// <param name="IsCertain">Whether the settings certainly say so; false where a placeholder hides them.</param>
/// <param name="Low">The level that the boundary has at most, at worst; the number of levels where the effect does not limit it.</param>
/// <param name="High">The level that the boundary has at most, at best.</param>
/// <param name="Container">The container.</param>
/// <param name="Range">The setting's place.</param>
public sealed record BoundaryEffect(
    WeakeningDefinition Weakening,
    WeakeningEffect Effect,
    bool IsCertain,
    int Low,
    int High,
    string Container,
    TextRange Range)
{
    /// <summary>What the setting is called in messages: as its descriptor writes it, where that is known, otherwise as the model does.</summary>
    public string Title => Shown ?? Weakening.Title;

    /// <summary>How the descriptor writes what makes the weakening hold; null where the model's words are those of its format.</summary>
    internal string? Shown { get; init; }

    /// <summary>Why it is not certain, where no placeholder and no annotation keeps it from being so; otherwise null.</summary>
    public string? Reason { get; init; }

    /// <summary>The annotation that keeps it from being certain, since the node may not take it; or null.</summary>
    public string? Annotation { get; init; }
}
