using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>What a source claims of a value beside the evidence, kept word for word. Judgements rest on the evidence.</summary>
public sealed class ValueClaim
{
    private readonly AttributeKey _attribute;

    internal ValueClaim(AttributeKey attribute, AttributeClaim definition) => (_attribute, Definition) = (attribute, definition);

    /// <summary>The claim's own words.</summary>
    public string Text => Definition.Text;

    /// <summary>Id of who claims it.</summary>
    public string SourceId => Definition.SourceId;

    /// <summary>The claim as an interval.</summary>
    public ValueInterval Interval => Definition.Value;

    /// <summary>The claimed typical quantity, or null.</summary>
    public QuantityInterval? Typical => Definition.Typical;

    internal AttributeClaim Definition { get; }

    /// <summary>The claimed value as people read it, such as <c>&lt;125 ms</c>.</summary>
    public override string ToString() => ValueText.Of(_attribute.Scale, Definition.Value);
}
