using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>A condition on one attribute, such as <c>Attributes.Startup &lt;= Quantities.Milliseconds(125)</c>.</summary>
public sealed class Requirement
{
    private readonly NeedCondition _condition;
    private readonly AttributeKey[] _attributes;

    private readonly string _text;

    private Requirement(NeedCondition condition, AttributeKey[] attributes, string text, string token) =>
        (_condition, _attributes, _text, Token) = (condition, attributes, text, token);

    /// <summary>The attribute.</summary>
    public AttributeKey Attribute => _attributes[0];

    /// <summary>How it is told; as descriptors write it where they can.</summary>
    public string Token { get; }

    /// <summary>Either condition serves.</summary>
    public Requirement Or(Requirement other)
    {
        var text = $"{_text} or {other._text}";
        return new Requirement(_condition with { OrElse = _condition.OrElse.Concat([other._condition]).ToEquatableArray() }, [.. _attributes, .. other._attributes], text, text);
    }

    /// <summary>How it is told.</summary>
    public override string ToString() => Token;

    internal static Requirement Of(AttributeKey attribute, Threshold threshold)
    {
        var text = Constraint.On(attribute.Definition, attribute.Scale, threshold).Text;
        var token = attribute is QuantityKey { Definition.NeedToken: { } word } ? string.Concat(word, text.Substring(attribute.Id.Length)) : text;
        return new Requirement(new NeedCondition(attribute.Id, threshold), [attribute], text, token);
    }

    /// <summary>The condition as a model takes it.</summary>
    /// <exception cref="InvalidOperationException">The model gives an attribute another meaning, or does not have it.</exception>
    internal NeedCondition In(Model model)
    {
        foreach (var attribute in _attributes)
        {
            var known = model.Index.Attribute(attribute.Id);
            var scale = model.Index.Definition.Scales.FirstOrDefault(scale => string.Equals(scale.Id, known?.ScaleId, StringComparison.Ordinal));
            if (known is null || !attribute.Describes(known, scale))
            {
                throw new InvalidOperationException(
                    $"model {model} has no attribute '{attribute.Id}' of this meaning; a need that uses attributes of an overlay says so with In(model) or by a word of that overlay");
            }
        }

        return _condition;
    }
}
