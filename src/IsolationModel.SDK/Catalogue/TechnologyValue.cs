using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>
/// What is known of one attribute of one technology, and from where. A value is a range: the documented value lies in it, over the documented
/// conditions. So there are four answers to whether it passes a limit, and comparison operators are true only where it is shown to pass.
/// </summary>
public abstract class TechnologyValue
{
    private protected TechnologyValue(AttributeKey attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
    {
        (Attribute, Definition, Sources) = (attribute, definition, sources);
        Claim = definition.Claim is null ? null : new ValueClaim(attribute, definition.Claim);
    }

    /// <summary>The attribute.</summary>
    public AttributeKey Attribute { get; }

    /// <summary>Whether anything is known about the value.</summary>
    public bool IsKnown => Definition.Value is not UnknownInterval;

    /// <summary>Where the value comes from; empty where no source is named.</summary>
    public IReadOnlyList<ModelSource> Sources { get; }

    /// <summary>Under which condition it holds, or what has to be set for a configurable capability; or null.</summary>
    public string? Condition => Definition.Condition;

    /// <summary>What else to know, or null.</summary>
    public string? Note => Definition.Note;

    /// <summary>Why the value is disputed, or null.</summary>
    public string? Contested => Definition.Contested;

    /// <summary>Date of the fact (yyyy-MM-dd or yyyy-MM), or null.</summary>
    public string? AsOf => Definition.AsOf;

    /// <summary>What the founding document says of the same thing, or null.</summary>
    public ValueClaim? Claim { get; }

    /// <summary>The value as the evaluator reads it.</summary>
    public AttributeValue Definition { get; }

    /// <summary>How the value stands against a threshold of its kind.</summary>
    /// <exception cref="ArgumentException">The threshold belongs to another kind of attribute, or measures something else.</exception>
    public Outcome Against(Threshold threshold) => Definition.Value.Against(threshold);

    /// <summary>The value as people read it, such as <c>software-sandbox</c>, <c>1 ms..10 s</c> or <c>unknown</c>.</summary>
    public override string ToString() => ValueText.Of(Attribute.Scale, Definition.Value);
}
