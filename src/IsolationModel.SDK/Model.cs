using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel;

/// <summary>A model of isolation technologies: the built-in one, or the built-in one with overlays on top. Immutable.</summary>
public sealed class Model
{
    private readonly Func<IReadOnlyList<Technology>> _technologies;
    private readonly Func<string, Technology?> _find;
    private readonly Lazy<ModelIndex> _index;

    internal Model(
        string id, string version, string contentHash, Func<IReadOnlyList<Technology>> technologies, Func<string, Technology?> find, Func<ModelDefinition> definition)
    {
        (Id, Version, ContentHash, _technologies, _find) = (id, version, contentHash, technologies, find);
        _index = new Lazy<ModelIndex>(() => new ModelIndex(definition()));
    }

    /// <summary>The model that the product ships. Its technologies are generated code; the rest is read when it is first needed.</summary>
    public static Model BuiltIn { get; } = new(
        BuiltInFacts.Id,
        BuiltInFacts.Version,
        BuiltInFacts.ContentHash,
        static () => IsolationModel.Technologies.All,
        IsolationModel.Technologies.Find,
        static () => BuiltInModel.Definition);

    /// <summary>Id of the model, or of its topmost overlay.</summary>
    public string Id { get; }

    /// <summary>Version of the model, or of its topmost overlay (semantic versioning).</summary>
    public string Version { get; }

    /// <summary>A hash over the files that the model was made of, whatever their paths, order and white space (see <see cref="ModelHash"/>); of an overlay, over the overlays alone.</summary>
    public string ContentHash { get; }

    /// <summary>The technologies, in the order of the catalogue.</summary>
    public IReadOnlyList<Technology> Technologies => _technologies();

    /// <summary>The whole model, ready for judging.</summary>
    public ModelIndex Index => _index.Value;

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
        var definition = Extend(texts);
        var technologies = TechnologyReader.Read(definition);
        var byId = technologies.ToDictionary(technology => technology.Id, StringComparer.Ordinal);
        return new Model(
            definition.Id,
            definition.Version,
            ModelHash.Of(texts),
            () => technologies,
            id => byId.TryGetValue(id, out var technology) ? technology : null,
            () => definition);
    }

    /// <summary>A technology by its id, or null.</summary>
    public Technology? Find(string id) => _find(id);

    /// <summary>Reads a need in this model's vocabulary, such as <c>untrusted-code, startup &lt;= 125 ms</c>.</summary>
    /// <exception cref="FormatException">The text names a need that the model does not know, holds a limit that cannot be read, or says nothing.</exception>
    public Need ParseNeed(string text) => Need.Parse(text, this);

    /// <summary>The id and the version.</summary>
    public override string ToString() => $"{Id} {Version}";

    internal static ModelDefinition Extend(string[] overlays) => Extend(Name(overlays));

    private static ModelDefinition Extend(IEnumerable<ModelText> overlays)
    {
        var result = ModelReader.Extend(BuiltInModel.Definition, overlays);
        return result.HasErrors ? throw new ModelFormatException(result.Findings) : result.Model;
    }

    /// <summary>Names that sort in the order of the texts.</summary>
    private static IEnumerable<ModelText> Name(string[] overlays) =>
        overlays.Select((text, index) => new ModelText(string.Format(CultureInfo.InvariantCulture, "overlay-{0:000}", index + 1), text));
}
