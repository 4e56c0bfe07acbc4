using IsolationModel.Modeling;

namespace IsolationModel.Values;

/// <summary>A set between two bounds, ordered by inclusion: <paramref name="Has"/> for certain, <paramref name="Maybe"/> under a condition.</summary>
/// <param name="Has">Items that are certainly in the set, sorted.</param>
/// <param name="Maybe">Items that may be in the set, sorted.</param>
public sealed record SetInterval(EquatableArray<string> Has, EquatableArray<string> Maybe) : ValueInterval
{
    /// <inheritdoc/>
    public override Outcome Against(Threshold threshold)
    {
        if (threshold is not SetThreshold t)
        {
            throw Mismatch(threshold);
        }

        var all = Outcome.Meets;
        var any = Outcome.Fails;
        foreach (var item in t.Items)
        {
            var outcome = Has.Contains(item) ? Outcome.Meets : Maybe.Contains(item) ? Outcome.May : Outcome.Fails;
            all = outcome < all ? outcome : all;
            any = outcome > any ? outcome : any;
        }

        return t.NeedsAll ? all : any;
    }
}
