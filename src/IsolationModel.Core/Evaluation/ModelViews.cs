using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>The same model as another party would have it.</summary>
public static class ModelViews
{
    /// <summary>The model by the chosen evidence: with <see cref="Evidence.FoundingDocument"/> every claim takes the place of the value beside it.</summary>
    public static ModelDefinition By(this ModelDefinition model, Evidence evidence) => evidence == Evidence.Sources
        ? model
        : model with
        {
            Technologies = model.Technologies.Select(technology => technology with { Values = Claimed(technology.Values) }).ToEquatableArray(),
            Families = model.Families.Select(family => family with { Values = Claimed(family.Values) }).ToEquatableArray(),
        };

    private static EquatableArray<AttributeValue> Claimed(EquatableArray<AttributeValue> values) => values.Any(value => value.Claim is not null)
        ? values.Select(value => value.Claim is { } claim
            ? value with { Value = claim.Value, Typical = claim.Typical, SourceIds = new EquatableArray<string>([claim.SourceId]), Claim = null, Note = claim.Text, Condition = null }
            : value).ToEquatableArray()
        : values;
}
