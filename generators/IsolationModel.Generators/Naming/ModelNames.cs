using IsolationModel.Modeling;

namespace IsolationModel.Generators.Naming;

/// <summary>The C# names of everything in a model. What an overlay takes over from the built-in model keeps the name that it has there.</summary>
internal sealed class ModelNames
{
    /// <summary>The namespace of the built-in model's types.</summary>
    public const string BuiltInNamespace = "IsolationModel";

    private static readonly string[] MembersOfTechnology =
        ["Aliases", "Definition", "Families", "Find", "Get", "Id", "Kind", "Mechanism", "Name", "Summary", "Technology", "Values"];

    private static readonly string[] OtherTypes =
        ["Attributes", "Levels", "Model", "Technologies", "TechnologyExtensions", "Threats", "Vocabulary"];

    private readonly string _namespace;
    private readonly ModelNames? _below;
    private readonly ModelDefinition _model;
    private readonly NameTable _attributes;
    private readonly NameTable _technologies;
    private readonly NameTable _scales = NameTable.OfMembers(OtherTypes);

    private ModelNames(ModelDefinition model, IEnumerable<string> damagedTechnologies, string @namespace, string prefix, ModelNames? below)
    {
        (_model, _namespace, _below, Prefix) = (model, @namespace, below, prefix);
        _attributes = NameTable.OfMembers([.. MembersOfTechnology, "All", "Attributes", Prefix + "Attributes"]);
        _technologies = NameTable.OfMembers("All", "Find", "Technologies", Prefix + "Technologies");
        foreach (var attribute in BelowFirst(model.Attributes, below?._model.Attributes, attribute => attribute.Id))
        {
            _attributes.Add(attribute.Id, Identifiers.Pascal(attribute.Id));
        }

        // The built-in names come from the built-in definitions, so that a new display name does not rename a member.
        foreach (var technology in BelowFirst(model.Technologies, below?._model.Technologies, technology => technology.Id))
        {
            _technologies.Add(technology.Id, Identifiers.Pascal(technology.Id, technology.Name.English));
        }

        foreach (var id in damagedTechnologies)
        {
            _technologies.Add(id, Identifiers.Pascal(id));
        }

        foreach (var scale in BelowFirst(model.Scales, below?._model.Scales, scale => scale.Id))
        {
            _scales.Add(scale.Id, Identifiers.Pascal(scale.Id));
        }
    }

    /// <summary>What the names of all types start with; empty for the built-in model.</summary>
    public string Prefix { get; }

    /// <summary>Names of the built-in model itself.</summary>
    public static ModelNames OfBuiltIn(ModelDefinition model, IEnumerable<string> damagedTechnologies) =>
        new(model, damagedTechnologies, BuiltInNamespace, string.Empty, null);

    /// <summary>Names of a model with overlays on top.</summary>
    public static ModelNames OfOverlay(
        ModelDefinition model, IEnumerable<string> damagedTechnologies, string @namespace, string prefix, ModelDefinition builtIn) =>
        new(model, damagedTechnologies, @namespace, prefix, OfBuiltIn(builtIn, []));

    /// <summary>Whether an id that the model's reader refused may still name a file and a member.</summary>
    public static bool IsNameable(string id) =>
        id.Length is > 0 and <= 64 && !id.StartsWith("x-", StringComparison.Ordinal)
        && id.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');

    /// <summary>The member for an attribute.</summary>
    public string Attribute(string id) => _attributes[id];

    /// <summary>The member for a technology.</summary>
    public string Technology(string id) => _technologies[id];

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
