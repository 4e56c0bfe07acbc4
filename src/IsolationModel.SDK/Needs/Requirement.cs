using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>A condition on one attribute, such as <c>Attributes.Startup &lt;= Quantities.Milliseconds(125)</c>.</summary>
public sealed class Requirement
{
    private readonly Constraint _constraint;
    private readonly AttributeKey[] _attributes;

    private Requirement(Constraint constraint, AttributeKey[] attributes, string token) => (_constraint, _attributes, Token) = (constraint, attributes, token);

    /// <summary>The attribute.</summary>
    public AttributeKey Attribute => _attributes[0];

    /// <summary>How it is told; as descriptors write it where they can.</summary>
    public string Token { get; }

    /// <summary>Either condition serves.</summary>
    public Requirement Or(Requirement other)
    {
        var constraint = _constraint with
        {
            Text = $"{_constraint.Text} or {other._constraint.Text}",
            OrElse = _constraint.OrElse.Concat([other._constraint]).ToEquatableArray(),
        };
        return new Requirement(constraint, [.. _attributes, .. other._attributes], constraint.Text);
    }

    /// <summary>How it is told.</summary>
    public override string ToString() => Token;

    internal static Requirement Of(AttributeKey attribute, Threshold threshold)
    {
        var constraint = Constraint.On(attribute.Definition, attribute.Scale, threshold);
        var token = attribute is QuantityKey { Definition.NeedToken: { } word } ? string.Concat(word, constraint.Text.Substring(attribute.Id.Length)) : constraint.Text;
        return new Requirement(constraint, [attribute], token);
    }

    /// <summary>The condition as a declared need of a model.</summary>
    /// <exception cref="InvalidOperationException">The model gives an attribute another meaning, or does not have it.</exception>
    internal DeclaredNeed In(Model model)
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

        return new DeclaredNeed(Token, null, new EquatableArray<Constraint>([_constraint]), Workloads.NeedDeclaration.ForRun(Workloads.NeedCarrier.Needs, Token), default);
    }
}
