using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>
/// An entry of a model's catalogue: a technology, platform, mechanism, control or hardware component. Immutable; there is one object for each
/// entry of a model, and its relations lead to entries of the same model.
/// </summary>
/// <remarks>Entries of two models are equal where both models say the same of them.</remarks>
public abstract class CatalogEntry : IEquatable<CatalogEntry>
{
    private const int Kinds = (int)RelationKind.PartOf + 1;

    private readonly CatalogEntryDefinition _head;
    private readonly CatalogEntry[]?[] _links = new CatalogEntry[]?[2 * Kinds];
    private Family[]? _families;
    private ModelSource[]? _namedBy;

    /// <summary>Makes an entry.</summary>
    /// <param name="model">The model that it belongs to.</param>
    /// <param name="head">At least its id, name, summary, aliases and families.</param>
    private protected CatalogEntry(Model model, CatalogEntryDefinition head) => (Model, _head) = (model, head);

    /// <summary>The model that it belongs to.</summary>
    public Model Model { get; }

    /// <summary>Id in the model, unique among the entries of its kind, such as <c>gvisor</c>.</summary>
    public string Id => _head.Id;

    /// <summary>Display name in English.</summary>
    public string Name => _head.Name.English;

    /// <summary>Other names, sorted.</summary>
    public IReadOnlyList<string> Aliases => _head.Aliases;

    /// <summary>What it is, in one or two sentences.</summary>
    public string Summary => _head.Summary;

    /// <summary>What kind of entry it is.</summary>
    public EntryKind EntryKind => _head.EntryKind;

    /// <summary>The families that it belongs to, sorted by id.</summary>
    public IReadOnlyList<Family> Families => _families ??= [.. _head.Families.Select(Model.FindFamily).OfType<Family>()];

    /// <summary>Whether it is still alive, or null where nothing is known.</summary>
    public EntryStatus? Status => Entry.Status;

    /// <summary>What is known of it in words.</summary>
    public IReadOnlyList<EntryFact> Facts => Entry.Facts;

    /// <summary>What was measured, as it was published. Figures are shown, never scored.</summary>
    public IReadOnlyList<EntryFigure> Figures => Entry.Figures;

    /// <summary>The sources that name it as one of their subjects; the founding document above all.</summary>
    public IReadOnlyList<ModelSource> NamedBy => _namedBy ??= [.. Entry.NamedBy.Select(Model.FindSource).OfType<ModelSource>()];

    /// <summary>Everything that it relates to, as sentences: this entry, relation, target.</summary>
    public IReadOnlyList<CatalogRelation> Relations =>
        [.. Entry.Relations.SelectMany(relation => Model.Find(relation.Target) is { } target ? [new CatalogRelation(this, relation.Relation, target)] : Array.Empty<CatalogRelation>())];

    /// <summary>Products in which it can be had.</summary>
    public IReadOnlyList<Platform> OfferedBy => To<Platform>(RelationKind.OfferedBy);

    /// <summary>Parts that it is built on.</summary>
    public IReadOnlyList<CatalogEntry> Uses => To<CatalogEntry>(RelationKind.Uses);

    /// <summary>What it needs below it.</summary>
    public IReadOnlyList<CatalogEntry> RunsOn => To<CatalogEntry>(RelationKind.RunsOn);

    /// <summary>What it makes harder to break out of.</summary>
    public IReadOnlyList<CatalogEntry> Hardens => To<CatalogEntry>(RelationKind.Hardens);

    /// <summary>What it watches.</summary>
    public IReadOnlyList<CatalogEntry> Observes => To<CatalogEntry>(RelationKind.Observes);

    /// <summary>Its successors.</summary>
    public IReadOnlyList<CatalogEntry> ReplacedBy => To<CatalogEntry>(RelationKind.ReplacedBy);

    /// <summary>What it is a component of.</summary>
    public IReadOnlyList<CatalogEntry> PartOf => To<CatalogEntry>(RelationKind.PartOf);

    /// <summary>What makes it harder to break out of: the inverse of <see cref="Hardens"/>.</summary>
    public IReadOnlyList<CatalogEntry> HardenedBy => From<CatalogEntry>(RelationKind.Hardens);

    /// <summary>What watches it: the inverse of <see cref="Observes"/>.</summary>
    public IReadOnlyList<CatalogEntry> ObservedBy => From<CatalogEntry>(RelationKind.Observes);

    /// <summary>What it succeeds: the inverse of <see cref="ReplacedBy"/>.</summary>
    public IReadOnlyList<CatalogEntry> Replaces => From<CatalogEntry>(RelationKind.ReplacedBy);

    /// <summary>What is built on it: the inverse of <see cref="Uses"/>.</summary>
    public IReadOnlyList<CatalogEntry> UsedBy => From<CatalogEntry>(RelationKind.Uses);

    /// <summary>What runs on it: the inverse of <see cref="RunsOn"/>.</summary>
    public IReadOnlyList<CatalogEntry> Hosts => From<CatalogEntry>(RelationKind.RunsOn);

    /// <summary>Its components: the inverse of <see cref="PartOf"/>.</summary>
    public IReadOnlyList<CatalogEntry> Parts => From<CatalogEntry>(RelationKind.PartOf);

    /// <summary>The whole entry. Generated code holds what most programs ask for; the rest is read when it is first needed.</summary>
    internal virtual CatalogEntryDefinition Entry => _head;

    /// <summary>Whether the other is the same entry, and both models say the same of it.</summary>
    public bool Equals(CatalogEntry? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EntryKind == other.EntryKind && string.Equals(Id, other.Id, StringComparison.Ordinal) && Entry.Equals(other.Entry));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CatalogEntry);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => unchecked(((int)EntryKind * 397) ^ StringComparer.Ordinal.GetHashCode(Id));

    /// <summary>The name and the id.</summary>
    public sealed override string ToString() => $"{Name} ({Id})";

    /// <summary>The entries that a relation leads to. Who comes second in a race makes an equal list, which is as good.</summary>
    private protected IReadOnlyList<T> To<T>(RelationKind relation)
        where T : CatalogEntry => (T[])(_links[(int)relation] ??= Resolve<T>(Entry.Relations.Where(link => link.Relation == relation).Select(link => link.Target)));

    /// <summary>The entries whose relation leads here.</summary>
    private protected IReadOnlyList<T> From<T>(RelationKind relation)
        where T : CatalogEntry => (T[])(_links[Kinds + (int)relation] ??= Resolve<T>(Model.SourcesOf(relation, _head.Reference)));

    private T[] Resolve<T>(IEnumerable<EntryReference> references)
        where T : CatalogEntry => [.. references.Select(Model.Find).OfType<T>()];
}
