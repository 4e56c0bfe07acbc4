namespace IsolationModel.Modeling;

/// <summary>Whether a project or product is still alive. Its successors are relations (<see cref="RelationKind.ReplacedBy"/>).</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Note">More about it, or null.</param>
/// <param name="SourceIds">Who says so.</param>
/// <param name="AsOf">Date of the state (yyyy-MM-dd or yyyy-MM), or null.</param>
public sealed record EntryStatus(EntryState State, string? Note, EquatableArray<string> SourceIds, string? AsOf);
