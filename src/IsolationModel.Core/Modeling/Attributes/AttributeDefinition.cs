using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>Something that is known of technologies.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Definition">What it means, exactly.</param>
/// <param name="ScaleId">Its scale; for <see cref="AttributeKind.Scale"/> only.</param>
/// <param name="Dimension">What it measures; for <see cref="AttributeKind.Quantity"/> only.</param>
/// <param name="HigherIsBetter">Whether more is better; for scales and quantities.</param>
/// <param name="Vocabulary">Its words; for <see cref="AttributeKind.Set"/> only.</param>
/// <param name="NeedToken">The short name by which a need may limit it (<c>startup &lt;= 125 ms</c>), or null.</param>
/// <param name="Unit">Symbol of the unit to show it in, or null.</param>
public sealed record AttributeDefinition(
    string Id,
    LocalizedText Name,
    AttributeKind Kind,
    string Definition,
    string? ScaleId,
    Dimension? Dimension,
    bool HigherIsBetter,
    EquatableArray<string> Vocabulary,
    string? NeedToken,
    string? Unit)
{
    /// <summary>How the values of a stack's layers combine.</summary>
    public Composition Composition { get; init; } = DefaultComposition(Kind);

    /// <summary>How values of a kind combine unless the model says otherwise.</summary>
    public static Composition DefaultComposition(AttributeKind kind) => kind switch
    {
        AttributeKind.Scale => Composition.Strongest,
        AttributeKind.Quantity => Composition.Sum,
        AttributeKind.Capability => Composition.Weakest,
        _ => Composition.Intersection,
    };
}
