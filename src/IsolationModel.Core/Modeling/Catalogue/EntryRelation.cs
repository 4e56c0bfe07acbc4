namespace IsolationModel.Modeling;

/// <summary>A relation of one entry to another; read as a sentence: entry, relation, target.</summary>
/// <param name="Relation">What the entry does.</param>
/// <param name="Target">To what.</param>
public sealed record EntryRelation(RelationKind Relation, EntryReference Target);
