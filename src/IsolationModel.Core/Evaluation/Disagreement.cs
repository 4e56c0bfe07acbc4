using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>A value about which a claim and the evidence differ.</summary>
/// <param name="Subject">Id of the technology or family.</param>
/// <param name="IsFamily">Whether it is a family.</param>
/// <param name="Value">The value with its claim.</param>
/// <param name="Kind">How they differ.</param>
public sealed record Disagreement(string Subject, bool IsFamily, AttributeValue Value, DisagreementKind Kind)
{
    /// <summary>Every value of a model whose claim says something else than the evidence, families first, then technologies in their order.</summary>
    public static IReadOnlyList<Disagreement> In(ModelDefinition model) => model.Families
        .SelectMany(family => family.Values.Select(value => (family.Id, IsFamily: true, Value: value)))
        .Concat(model.Technologies.SelectMany(technology => technology.Values.Select(value => (technology.Id, IsFamily: false, Value: value))))
        .Select(cell => cell.Value.Claim is { } claim && KindOf(cell.Value, claim) is { } kind ? new Disagreement(cell.Id, cell.IsFamily, cell.Value, kind) : null)
        .OfType<Disagreement>()
        .ToList();

    private static DisagreementKind? KindOf(AttributeValue value, AttributeClaim claim) => (value.Value, claim.Value) switch
    {
        (Values.UnknownInterval, Values.UnknownInterval) => null,
        (Values.UnknownInterval, _) => DisagreementKind.NoEvidence,
        (Values.QuantityInterval evidence, Values.QuantityInterval claimed) => OfRanges(evidence, claimed),
        (Values.OrdinalInterval evidence, Values.OrdinalInterval claimed) =>
            evidence == claimed ? null
            : evidence.High < claimed.Low || evidence.Low > claimed.High ? DisagreementKind.Apart
            : evidence.Low >= claimed.Low && evidence.High <= claimed.High ? DisagreementKind.Narrower
            : DisagreementKind.Wider,
        _ => value.Value == claim.Value ? null : DisagreementKind.Wider,
    };

    private static DisagreementKind? OfRanges(Values.QuantityInterval evidence, Values.QuantityInterval claimed)
    {
        var isSame = evidence.Low == claimed.Low && evidence.High == claimed.High && evidence.LowIsOpen == claimed.LowIsOpen && evidence.HighIsOpen == claimed.HighIsOpen;
        var isApart = evidence.High < claimed.Low || claimed.High < evidence.Low;
        var isWithin = evidence.Low >= claimed.Low
            && (claimed.High is null || evidence.High < claimed.High || (evidence.High == claimed.High && (evidence.HighIsOpen || !claimed.HighIsOpen)));
        return isSame ? null : isApart ? DisagreementKind.Apart : isWithin ? DisagreementKind.Narrower : DisagreementKind.Wider;
    }
}
