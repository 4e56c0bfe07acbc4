using IsolationModel.Modeling;

namespace IsolationModel.Values;

/// <summary>Items that a set must contain.</summary>
/// <param name="NeedsAll">Whether all items are needed, or any one of them.</param>
/// <param name="Items">The items, sorted; not empty.</param>
public sealed record SetThreshold(bool NeedsAll, EquatableArray<string> Items) : Threshold;
