using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A relation between two entries of a catalogue.</summary>
public sealed class CatalogRelation
{
    internal CatalogRelation(CatalogEntry entry, RelationKind kind, CatalogEntry target) => (Entry, Kind, Target) = (entry, kind, target);

    /// <summary>The entry that it is said of.</summary>
    public CatalogEntry Entry { get; }

    /// <summary>What the entry does.</summary>
    public RelationKind Kind { get; }

    /// <summary>To what.</summary>
    public CatalogEntry Target { get; }

    /// <summary>The sentence in ids, such as <c>kata Hypervisor firecracker</c>.</summary>
    public override string ToString() => $"{Entry.Id} {Kind} {Target.Id}";
}
