using IsolationModel.Generators.Planning;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Naming;

/// <summary>The C# names of everything in a model. What an overlay takes over from the built-in model keeps the name that it has there.</summary>
internal sealed class ModelNames
{
    /// <summary>The namespace of the built-in model's types.</summary>
    public const string BuiltInNamespace = "IsolationModel";

    /// <summary>What the type has beside attributes; a test keeps the list complete.</summary>
    private static readonly string[] MembersOfTechnology =
    [
        "Aliases", "Definition", "Engines", "EntryKind", "Facts", "Families", "Figures", "Find", "Get", "HardenedBy", "Hardens", "Hosts", "Hypervisors", "Id",
        "Kind", "Mechanism", "MechanismId", "Model", "Name", "NamedBy", "ObservedBy", "Observes", "OfferedBy", "PartOf", "Parts", "Performance", "Relations",
        "ReplacedBy", "Replaces", "RunsOn", "Stack", "Status", "Summary", "Technology", "Under", "UsedBy", "Uses", "Values",
    ];

    /// <summary>Generated types that are no enums of scales.</summary>
    private static readonly string[] OtherTypes =
    [
        "Attributes", "Compatibility", "DecisionTrees", "Goals", "Levels", "Model", "NeedTokens", "PodSecurity", "Scenarios", "TechnologyExtensions", "Threats",
        "Vocabulary", .. CatalogKind.All.Select(kind => kind.ClassName),
    ];

    private static readonly string[] MembersOfCatalogs = ["All", "Find", .. NameMethods.All.Select(method => method.Name)];

    private readonly string _namespace;
    private readonly ModelNames? _below;
    private readonly ModelDefinition _model;
    private readonly NameTable _attributes;
    private readonly Dictionary<string, NameTable> _catalogs = new(StringComparer.Ordinal);
    private readonly NameTable _scales = NameTable.OfMembers(OtherTypes);

    private ModelNames(ModelDefinition model, IEnumerable<DamagedEntry> damaged, string @namespace, string prefix, ModelNames? below)
    {
        (_model, _namespace, _below, Prefix) = (model, @namespace, below, prefix);
        _attributes = NameTable.OfMembers([.. MembersOfTechnology, "All", "Attributes", Prefix + "Attributes"]);
        foreach (var attribute in BelowFirst(model.Attributes, below?._model.Attributes, attribute => attribute.Id))
        {
            _attributes.Add(attribute.Id, Identifiers.Pascal(attribute.Id));
        }

        foreach (var kind in CatalogKind.All)
        {
            var table = NameTable.OfMembers([.. MembersOfCatalogs, kind.ClassName, Prefix + kind.ClassName]);
            _catalogs.Add(kind.Section, table);
            // The built-in names come from the built-in definitions, so that a new display name does not rename a member.
            foreach (var item in BelowFirst(kind.Items(model), below is null ? null : kind.Items(below._model), item => item.Id))
            {
                table.Add(item.Id, Identifiers.Pascal(item.Id, item.Name.English));
            }

            foreach (var entry in damaged.Where(entry => string.Equals(entry.Section, kind.Section, StringComparison.Ordinal)))
            {
                table.Add(entry.Id, Identifiers.Pascal(entry.Id));
            }
        }

        foreach (var scale in BelowFirst(model.Scales, below?._model.Scales, scale => scale.Id))
        {
            _scales.Add(scale.Id, Identifiers.Pascal(scale.Id));
        }
    }

    /// <summary>What the names of all types start with; empty for the built-in model.</summary>
    public string Prefix { get; }

    /// <summary>Names of the built-in model itself.</summary>
    public static ModelNames OfBuiltIn(ModelDefinition model, IEnumerable<DamagedEntry> damaged) =>
        new(model, damaged, BuiltInNamespace, string.Empty, null);

    /// <summary>Names of a model with overlays on top.</summary>
    public static ModelNames OfOverlay(
        ModelDefinition model, IEnumerable<DamagedEntry> damaged, string @namespace, string prefix, ModelDefinition builtIn) =>
        new(model, damaged, @namespace, prefix, OfBuiltIn(builtIn, []));

    /// <summary>Whether an id that the model's reader refused may still name a file and a member.</summary>
    public static bool IsNameable(string id) =>
        id.Length is > 0 and <= 64 && !id.StartsWith("x-", StringComparison.Ordinal)
        && id.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');

    /// <summary>The member for an attribute.</summary>
    public string Attribute(string id) => _attributes[id];

    /// <summary>The member for a technology.</summary>
    public string Technology(string id) => Entry(CatalogKind.Technologies, id);

    /// <summary>The member for an entry of a catalogue.</summary>
    public string Entry(CatalogKind kind, string id) => _catalogs[kind.Section][id];

    /// <summary>Code of the model.</summary>
    public string ModelCode => _below is null ? $"global::{BuiltInNamespace}.Model.BuiltIn" : $"global::{_namespace}.{Prefix}Model.Instance";

    /// <summary>The enum of a scale, without namespace.</summary>
    public string Scale(ScaleDefinition scale) => Prefix + _scales[scale.Id];

    /// <summary>Whether a scale is one of the built-in model, so that its enum serves: an overlay adds scales, but replaces none.</summary>
    public bool IsTakenOver(ScaleDefinition scale) =>
        _below is not null && _below._model.Scales.Any(below => string.Equals(below.Id, scale.Id, StringComparison.Ordinal));

    /// <summary>Code of the enum of a scale.</summary>
    public string ScaleCode(ScaleDefinition scale) =>
        IsTakenOver(scale) ? $"global::{BuiltInNamespace}.{_below!.Scale(scale)}" : $"global::{_namespace}.{Scale(scale)}";

    /// <summary>The enum's members in the order of the levels.</summary>
    public static IReadOnlyList<string> Levels(ScaleDefinition scale)
    {
        var names = NameTable.OfMembers();
        return scale.Levels.Select(level => names.Add(level.Id, Identifiers.Pascal(level.Id))).ToList();
    }

    /// <summary>Entries in ordinal order, those of the model below first and as they are there, so that they keep their names whatever is added.</summary>
    private static IEnumerable<T> BelowFirst<T>(IEnumerable<T> entries, IEnumerable<T>? below, Func<T, string> id)
    {
        var first = (below ?? []).OrderBy(id, StringComparer.Ordinal).ToList();
        var known = new HashSet<string>(first.Select(id), StringComparer.Ordinal);
        return first.Concat(entries.Where(entry => !known.Contains(id(entry))).OrderBy(id, StringComparer.Ordinal));
    }
}
