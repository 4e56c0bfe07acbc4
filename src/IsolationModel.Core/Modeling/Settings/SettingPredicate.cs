namespace IsolationModel.Modeling;

/// <summary>A condition on a container's settings; data, evaluated in three values (holds, does not hold, cannot be told).</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="SettingId">The setting; null for <see cref="PredicateKind.All"/> and <see cref="PredicateKind.Any"/>.</param>
/// <param name="Operands">Words to compare with; for <see cref="PredicateKind.Touches"/> the id of the path list.</param>
/// <param name="Inner">Inner predicates.</param>
public sealed record SettingPredicate(
    PredicateKind Kind,
    string? SettingId,
    EquatableArray<string> Operands,
    EquatableArray<SettingPredicate> Inner)
{
    /// <summary>Whether the predicate asks for a setting.</summary>
    public bool Mentions(string settingId) => string.Equals(SettingId, settingId, StringComparison.Ordinal) || Inner.Any(inner => inner.Mentions(settingId));
}
