using IsolationModel.Values;

namespace IsolationModel.Modeling.Reading;

/// <summary>When a replacement asks at least as much as what it replaces, so that a lock lets it pass.</summary>
internal static class Tightening
{
    /// <summary>Every condition of the replaced need is implied by one of the new need.</summary>
    public static bool OfNeeds(NeedDefinition below, NeedDefinition above) =>
        below.Kind == above.Kind
        && below.Order <= above.Order
        && string.Equals(below.ParameterAttributeId, above.ParameterAttributeId, StringComparison.Ordinal)
        && below.Choices == above.Choices
        && Implies(above.Constraints, below.Constraints);

    /// <summary>Whether whatever meets the first conditions meets the second ones as well, as far as single conditions show it.</summary>
    public static bool Implies(EquatableArray<Constraint> strict, EquatableArray<Constraint> loose) =>
        loose.All(wanted => strict.Any(constraint => Implies(constraint, wanted)));

    /// <summary>The new ban lasts at least as long and makes no further exception.</summary>
    public static bool OfBans(ForbiddenTechnology below, ForbiddenTechnology above) =>
        (above.Until is null || (below.Until is not null && string.CompareOrdinal(above.Until, below.Until) >= 0))
        && above.ExceptScenarioIds.All(below.ExceptScenarioIds.Contains);

    /// <summary>Whether everything that passes the one condition passes the other.</summary>
    private static bool Implies(Constraint strict, Constraint loose) =>
        (string.Equals(strict.AttributeId, loose.AttributeId, StringComparison.Ordinal) && Implies(strict.Threshold, loose.Threshold)
            || loose.OrElse.Any(alternative => Implies(strict with { OrElse = default }, alternative)))
        && strict.OrElse.All(alternative => Implies(alternative, loose));

    private static bool Implies(Threshold strict, Threshold loose) => (strict, loose) switch
    {
        (OrdinalThreshold { Side: ThresholdSide.AtLeast } above, OrdinalThreshold { Side: ThresholdSide.AtLeast } below) => above.Level >= below.Level,
        (OrdinalThreshold { Side: ThresholdSide.AtMost } above, OrdinalThreshold { Side: ThresholdSide.AtMost } below) => above.Level <= below.Level,
        (QuantityThreshold { Comparison: QuantityComparison.AtLeast } above, QuantityThreshold { Comparison: QuantityComparison.AtLeast } below) => above.Limit >= below.Limit,
        (QuantityThreshold { Comparison: QuantityComparison.AtLeast }, _) or (_, QuantityThreshold { Comparison: QuantityComparison.AtLeast }) => false,
        (QuantityThreshold { Comparison: QuantityComparison.AtMost } above, QuantityThreshold { Comparison: QuantityComparison.Below } below) => above.Limit < below.Limit,
        (QuantityThreshold above, QuantityThreshold below) => above.Limit <= below.Limit,
        (SetThreshold { NeedsAll: true } above, SetThreshold { NeedsAll: true } below) => below.Items.All(above.Items.Contains),
        (SetThreshold { NeedsAll: true } above, SetThreshold { NeedsAll: false } below) => above.Items.Any(below.Items.Contains),
        (SetThreshold { NeedsAll: false } above, SetThreshold { NeedsAll: false } below) => above.Items.All(below.Items.Contains),
        _ => false,
    };
}
