using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Workloads;

/// <summary>A condition on an attribute that code makes of a need, for which text may have no words.</summary>
/// <param name="AttributeId">The attribute.</param>
/// <param name="Threshold">What it must pass.</param>
/// <param name="OrElse">Conditions any of which serves instead.</param>
public sealed record NeedCondition(string AttributeId, Threshold Threshold, EquatableArray<NeedCondition> OrElse = default)
{
    /// <summary>The condition as a need of a model; null where the model does not have the attribute.</summary>
    public Evaluation.DeclaredNeed? In(Evaluation.ModelIndex model)
    {
        if (Constraint(model) is not { } constraint)
        {
            return null;
        }

        var isLimit = constraint.OrElse.Count == 0 && model.Attribute(AttributeId) is { Kind: AttributeKind.Quantity, NeedToken: not null };
        var token = isLimit ? string.Concat(model.Attribute(AttributeId)!.NeedToken, constraint.Text.Substring(AttributeId.Length)) : constraint.Text;
        return new Evaluation.DeclaredNeed(
            token, null, new EquatableArray<Constraint>([constraint]), NeedDeclaration.ForRun(NeedCarrier.Needs, token) with { Scope = NeedScope.Template }, default(TextRange));
    }

    private Constraint? Constraint(Evaluation.ModelIndex model)
    {
        if (model.Attribute(AttributeId) is not { } attribute)
        {
            return null;
        }

        var scale = model.Definition.Scales.FirstOrDefault(scale => string.Equals(scale.Id, attribute.ScaleId, StringComparison.Ordinal));
        var constraint = Modeling.Constraint.On(attribute, scale, Threshold);
        foreach (var other in OrElse)
        {
            if (other.Constraint(model) is not { } alternative)
            {
                return null;
            }

            constraint = constraint with
            {
                Text = $"{constraint.Text} or {alternative.Text}",
                OrElse = constraint.OrElse.Concat([alternative]).ToEquatableArray(),
            };
        }

        return constraint;
    }
}
