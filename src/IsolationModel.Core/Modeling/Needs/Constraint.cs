using IsolationModel.Modeling.Reading;
using IsolationModel.Values;

namespace IsolationModel.Modeling;

/// <summary>One condition of a need.</summary>
/// <param name="AttributeId">The attribute that is looked at.</param>
/// <param name="Threshold">What it must pass.</param>
/// <param name="Text">The whole condition for messages, such as <c>boundary at least software-sandbox</c>.</param>
public sealed record Constraint(string AttributeId, Threshold Threshold, string Text)
{
    /// <summary>Conditions any of which serves instead.</summary>
    public EquatableArray<Constraint> OrElse { get; init; }

    /// <summary>Why the model's editors inferred it, where no source says it; null for conditions with a source.</summary>
    public string? Inferred { get; init; }

    /// <summary>A condition on an attribute, with the text that the model's reader would give it.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="scale">Its scale; null for other kinds.</param>
    /// <param name="threshold">What it must pass.</param>
    public static Constraint On(AttributeDefinition attribute, ScaleDefinition? scale, Threshold threshold) =>
        new(attribute.Id, threshold, ConstraintReader.Describe(attribute, scale, threshold));

    /// <summary>How values stand against it: the best outcome of the condition and its alternatives.</summary>
    /// <param name="valueOf">The value of an attribute; null where nothing is known.</param>
    public Outcome Against(Func<string, ValueInterval?> valueOf)
    {
        var outcome = valueOf(AttributeId)?.Against(Threshold) ?? Outcome.Unknown;
        foreach (var alternative in OrElse)
        {
            var other = alternative.Against(valueOf);
            outcome = other > outcome ? other : outcome;
        }

        return outcome;
    }
}
