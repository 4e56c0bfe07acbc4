using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel;

/// <summary>A model of isolation technologies: the built-in one, or the built-in one with overlays on top. Immutable; threads may share it.</summary>
public sealed class Model
{
    private readonly Lazy<IReadOnlyList<Technology>> _technologies;
    private readonly Func<string, Technology?> _find;
    private readonly Lazy<ModelIndex> _index;
    private readonly Lazy<ModelContents> _contents;

    /// <summary>A model whose technologies are generated code.</summary>
    internal Model(
        string id, string version, string contentHash, Func<IReadOnlyList<Technology>> technologies, Func<string, Technology?> find, Func<ModelDefinition> definition)
    {
        (Id, Version, ContentHash, _find) = (id, version, contentHash, find);
        _technologies = new Lazy<IReadOnlyList<Technology>>(technologies);
        _index = new Lazy<ModelIndex>(() => new ModelIndex(definition()));
        _contents = new Lazy<ModelContents>(() => new ModelContents(this));
    }

    /// <summary>A model that is read at run time.</summary>
    private Model(string contentHash, ModelDefinition definition)
    {
        (Id, Version, ContentHash) = (definition.Id, definition.Version, contentHash);
        _index = new Lazy<ModelIndex>(() => new ModelIndex(definition));
        _contents = new Lazy<ModelContents>(() => new ModelContents(this));
        _technologies = new Lazy<IReadOnlyList<Technology>>(() => TechnologyReader.Read(this));
        var byId = new Lazy<Dictionary<string, Technology>>(() => Technologies.ToDictionary(technology => technology.Id, StringComparer.Ordinal));
        _find = key => byId.Value.TryGetValue(key, out var technology) ? technology : null;
    }

    /// <summary>The model that the product ships. Its technologies are generated code; the rest is read when it is first needed.</summary>
    public static Model BuiltIn { get; } = new(
        BuiltInFacts.Id,
        BuiltInFacts.Version,
        BuiltInFacts.ContentHash,
        static () => IsolationModel.Technologies.All,
        static id => IsolationModel.Technologies.Find(id),
        static () => BuiltInModel.Definition);

    /// <summary>Id of the model, or of its topmost overlay.</summary>
    public string Id { get; }

    /// <summary>Version of the model, or of its topmost overlay (semantic versioning).</summary>
    public string Version { get; }

    /// <summary>A hash over the files that the model was made of, whatever their paths, order and white space (see <see cref="ModelHash"/>); of an overlay, over the overlays alone.</summary>
    public string ContentHash { get; }

    /// <summary>On whose figures its judgements rest.</summary>
    public Evidence Evidence { get; private init; }

    /// <summary>The technologies, in the order of the catalogue.</summary>
    public IReadOnlyList<Technology> Technologies => _technologies.Value;

    /// <summary>Products that start or manage workloads, sorted by id.</summary>
    public IReadOnlyList<Platform> Platforms => Contents.Platforms.All;

    /// <summary>Techniques that technologies are built on, sorted by id.</summary>
    public IReadOnlyList<Mechanism> Mechanisms => Contents.Mechanisms.All;

    /// <summary>Products that watch workloads or enforce policy, sorted by id.</summary>
    public IReadOnlyList<Control> Controls => Contents.Controls.All;

    /// <summary>Devices and features of processors, sorted by id.</summary>
    public IReadOnlyList<HardwareComponent> HardwareComponents => Contents.Hardware.All;

    /// <summary>Every entry of the catalogue: technologies, platforms, mechanisms, controls, hardware components.</summary>
    public IEnumerable<CatalogEntry> Entries =>
        Technologies.Concat<CatalogEntry>(Platforms).Concat(Mechanisms).Concat(Controls).Concat(HardwareComponents);

    /// <summary>Families of technologies, sorted by id.</summary>
    public IReadOnlyList<Family> Families => Contents.Families.All;

    /// <summary>Threats that a need can name, sorted by id.</summary>
    public IReadOnlyList<Threat> Threats => Contents.Threats.All;

    /// <summary>Security levels, weakest first.</summary>
    public IReadOnlyList<SecurityLevel> Levels => Contents.Levels.All;

    /// <summary>Presets for kinds of business, in their order.</summary>
    public IReadOnlyList<Scenario> Scenarios => Contents.Scenarios.All;

    /// <summary>Decision trees, sorted by id.</summary>
    public IReadOnlyList<DecisionTree> DecisionTrees => Contents.Trees.All;

    /// <summary>Every value whose claim says something else than the evidence, families first.</summary>
    public IReadOnlyList<Disagreement> Disagreements => Disagreement.In(Index.Definition);

    /// <summary>The whole model, ready for judging.</summary>
    public ModelIndex Index => _index.Value;

    internal ModelContents Contents => _contents.Value;

    /// <summary>Lays overlays on the built-in model, as the compiler does with <c>*.isolation.json</c> files.</summary>
    /// <param name="overlays">The overlays' JSON texts.</param>
    /// <exception cref="ModelFormatException">An overlay has mistakes; the exception lists them all.</exception>
    public static Model Parse(params string[] overlays) => Parse(Name(overlays));

    /// <summary>Lays overlays on the built-in model, as the compiler does with <c>*.isolation.json</c> files.</summary>
    /// <param name="overlays">The overlays with the names by which mistakes are located.</param>
    /// <exception cref="ModelFormatException">An overlay has mistakes; the exception lists them all.</exception>
    public static Model Parse(IEnumerable<ModelText> overlays)
    {
        var texts = overlays.ToList();
        return new Model(ModelHash.Of(texts), Extend(texts));
    }

    /// <summary>A technology by its id, or null.</summary>
    public Technology? Find(string id) => _find(id);

    /// <summary>An entry of the catalogue by its kind and id, or null.</summary>
    public CatalogEntry? Find(EntryReference reference) => reference?.Kind switch
    {
        null => null,
        EntryKind.Technology => Find(reference.Id),
        EntryKind.Platform => Contents.Platforms.Find(reference.Id),
        EntryKind.Mechanism => Contents.Mechanisms.Find(reference.Id),
        EntryKind.Control => Contents.Controls.Find(reference.Id),
        _ => Contents.Hardware.Find(reference.Id),
    };

    /// <summary>A family by its id, or null.</summary>
    public Family? FindFamily(string id) => Contents.Families.Find(id);

    /// <summary>A source by its id, or null.</summary>
    public ModelSource? FindSource(string id) => Contents.Sources.Find(id);

    /// <summary>What a runtime name means; null where the model does not know it, or knows that it means nothing certain.</summary>
    public Technology? FromName(RuntimeNameKind kind, string name) => Index.RuntimeName(kind, name)?.TechnologyId is { } id ? Find(id) : null;

    /// <summary>Reads a need in this model's vocabulary, such as <c>untrusted-code, startup &lt;= 125 ms</c>.</summary>
    /// <exception cref="FormatException">The text names a need that the model does not know, holds a limit that cannot be read, or says nothing.</exception>
    public Need ParseNeed(string text) => Need.Parse(text, this);

    /// <summary>The model by the chosen evidence: with <see cref="Evidence.FoundingDocument"/> every claim takes the place of the value beside it.</summary>
    public Model By(Evidence evidence) => evidence == Evidence ? this : new Model(ContentHash, Index.Definition.By(evidence)) { Evidence = evidence };

    /// <summary>The id and the version.</summary>
    public override string ToString() => $"{Id} {Version}";

    internal static ModelDefinition Extend(string[] overlays) => Extend(Name(overlays));

    internal Technology Technology(string id) => Find(id) ?? throw Missing("technology", id);

    internal Platform Platform(string id) => Contents.Platforms[id];

    internal Mechanism Mechanism(string id) => Contents.Mechanisms[id];

    /// <summary>What relates to an entry, sorted by kind and id.</summary>
    internal IEnumerable<EntryReference> SourcesOf(RelationKind relation, EntryReference target) => Contents.SourcesOf(relation, target);

    /// <summary>Makes typed values.</summary>
    internal ValueSet Bind(EquatableArray<AttributeValue> values) => new(Contents.Bind(values));

    internal InvalidOperationException Missing(string what, string id) => new($"model {this} has no {what} '{id}'; was the assembly built with another model than the one that it runs with?");

    private static ModelDefinition Extend(IEnumerable<ModelText> overlays)
    {
        var result = ModelReader.Extend(BuiltInModel.Definition, overlays);
        return result.HasErrors ? throw new ModelFormatException(result.Findings) : result.Model;
    }

    /// <summary>Names that sort in the order of the texts.</summary>
    private static IEnumerable<ModelText> Name(string[] overlays) =>
        overlays.Select((text, index) => new ModelText(string.Format(CultureInfo.InvariantCulture, "overlay-{0:000}", index + 1), text));
}
