namespace IsolationModel.Modeling;

/// <summary>What a weakening does under one mechanism or one technology.</summary>
/// <param name="Target">Id of the mechanism, or of the technology, which wins over its mechanism.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Low">Level index: the cap, the raise, or the range's low end; -1 otherwise.</param>
/// <param name="High">Level index of the range's high end; equal to <paramref name="Low"/> for cap and raise; -1 otherwise.</param>
/// <param name="DecidedBy">What on the node decides a range, in words; null otherwise.</param>
/// <param name="FactId">The node fact that decides a range: high when it holds, low when it does not; null otherwise.</param>
/// <param name="Why">Why it has this effect.</param>
/// <param name="SourceId">Where that is documented, or null.</param>
public sealed record WeakeningEffect(
    string Target,
    EffectKind Kind,
    int Low,
    int High,
    string? DecidedBy,
    string? FactId,
    string Why,
    string? SourceId);
