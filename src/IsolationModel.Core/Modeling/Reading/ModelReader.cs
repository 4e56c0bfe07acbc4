using System.Globalization;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>
/// Reads models: JSON text to <see cref="ModelDefinition"/>. Every mistake is located and costs its own entry only; what is right is kept.
/// </summary>
public static class ModelReader
{
    private const string FormatVersion = "1.";

    /// <summary>Reads a model that stands on its own from its parts, in the ordinal order of their paths.</summary>
    public static ModelReadResult Read(IEnumerable<ModelText> parts)
    {
        var findings = new List<Finding>();
        var builder = new ModelBuilder();
        var readable = Parse(parts, findings).Where(HasKnownFormat).ToList();
        foreach (var part in readable)
        {
            ReadIdentity(builder, part, isOverlay: false);
        }

        ReadLayer(builder, readable);
        return Finish(builder, findings);
    }

    /// <summary>
    /// Reads overlays onto a model. Overlays that extend each other are merged in that order, others in the ordinal order of their paths.
    /// </summary>
    public static ModelReadResult Extend(ModelDefinition model, IEnumerable<ModelText> overlays)
    {
        var findings = new List<Finding>();
        var builder = ModelBuilder.StartFrom(model ?? throw new ArgumentNullException(nameof(model)));
        var layers = OverlayOrder.Sort(model, Parse(overlays, findings).Where(HasKnownFormat).ToList());
        for (var i = 0; i < layers.Count; i++)
        {
            layers[i].Layer = i + 1;
            ReadIdentity(builder, layers[i], isOverlay: true);
            ReadLayer(builder, [layers[i]]);
        }

        return Finish(builder, findings);
    }

    private static List<ModelPart> Parse(IEnumerable<ModelText> texts, List<Finding> findings) =>
        texts.OrderBy(text => text.Path, StringComparer.Ordinal).Select(text => ModelPart.Parse(text, findings)).Where(part => part.Root is not null).ToList();

    private static bool HasKnownFormat(ModelPart part)
    {
        var root = part.Root!;
        root.OptionalString("$schema");
        var version = root.RequiredString("formatVersion");
        if (version is null || version.StartsWith(FormatVersion, StringComparison.Ordinal))
        {
            return true;
        }

        part.Report(ModelRules.WrongShape, root.RangeOf("formatVersion"), $"format version '{version}' is not supported; this reader knows 1.x");
        return false;
    }

    private static void ReadIdentity(ModelBuilder builder, ModelPart part, bool isOverlay)
    {
        if (part.Root!.Object("model") is not { } model)
        {
            if (isOverlay)
            {
                part.Report(ModelRules.WrongShape, new Text.TextRange(0, 1), "an overlay needs \"model\": { \"id\", \"version\", \"extends\" }");
            }

            return;
        }

        var id = model.RequiredString("id");
        var version = model.RequiredString("version");
        _ = model.Has("title") && model.RequiredText("title") is null;
        if (id is not null && !ModelObject.IsId(id))
        {
            part.Report(ModelRules.WrongShape, model.RangeOf("id"), $"'{id}' is not an id: start with a lower-case letter, then letters, digits and '-', at most 64 characters");
            id = null;
        }

        CheckBase(builder, part, model, isOverlay);
        PolicySections.ReadLocks(builder, model, id ?? builder.Id);
        model.Finish();
        (builder.Id, builder.Version) = (id ?? builder.Id, version ?? builder.Version);
        builder.Below[builder.Id] = builder.Version;
    }

    private static void CheckBase(ModelBuilder builder, ModelPart part, ModelObject model, bool isOverlay)
    {
        if (model.Object("extends") is not { } extends)
        {
            if (isOverlay)
            {
                part.Report(ModelRules.WrongBase, model.NameRange, $"an overlay says what it extends: \"extends\": {{ \"{builder.Id}\": \"^{MajorMinor(builder.Version)}\" }}");
            }

            return;
        }

        foreach (var entry in extends.Entries)
        {
            var range = extends.OptionalString(entry.Key.Value);
            if (!isOverlay || !builder.Below.TryGetValue(entry.Key.Value, out var version))
            {
                part.Report(ModelRules.WrongBase, entry.Key.Range, $"there is no model '{entry.Key.Value}' to extend here; the models below are {string.Join(", ", builder.Below.Keys)}");
            }
            else if (range is not null && !VersionRange.Includes(range, version))
            {
                part.Report(ModelRules.WrongBase, entry.Value.Range, $"model '{entry.Key.Value}' has version {version}, which '{range}' does not include");
            }
        }
    }

    private static string MajorMinor(string version)
    {
        var numbers = version.Split('.');
        return numbers.Length < 2 ? version : string.Format(CultureInfo.InvariantCulture, "{0}.{1}", numbers[0], numbers[1]);
    }

    /// <summary>Reads the sections in the order in which they refer to each other, each over all parts of the layer.</summary>
    private static void ReadLayer(ModelBuilder builder, IReadOnlyList<ModelPart> parts)
    {
        var roots = parts.Select(part => part.Root!).ToList();
        roots.ForEach(root => VocabularySections.ReadSourcesAndScales(builder, root));
        roots.ForEach(root => VocabularySections.ReadAttributes(builder, root));
        roots.ForEach(root => VocabularySections.ReadFamilies(builder, root));
        roots.ForEach(root => CatalogSections.Read(builder, root));
        roots.ForEach(root => SettingSections.Read(builder, root));
        TechnologySection.Read(builder, roots);
        roots.ForEach(root => NeedSections.Read(builder, root));
        LevelOrder.Check(builder);
        roots.ForEach(root => ScoringSection.Read(builder, root));
        roots.ForEach(root => ScenarioSections.Read(builder, root));
        roots.ForEach(root => WeakeningSection.Read(builder, root));
        roots.ForEach(root => NameSections.Read(builder, root));
        roots.ForEach(root => PolicySections.Read(builder, root));
        roots.ForEach(root => root.Finish());
        builder.CheckReferences();
        Removals.Check(builder);
        builder.DropDeadRelations();
    }

    private static ModelReadResult Finish(ModelBuilder builder, List<Finding> findings)
    {
        var model = builder.Build();
        builder.CheckNeeds(model);
        findings.Sort(FindingOrder.Instance);
        return new ModelReadResult(model, findings);
    }
}
