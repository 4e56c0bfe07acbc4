using System.Collections.Immutable;
using IsolationModel.Generators.Inputs;
using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Decides what is written for a model: which files, which names, which code for which value.</summary>
internal sealed class PlanBuilder
{
    private readonly MergedModel _merged;
    private readonly GeneratorOptions _options;
    private readonly ModelNames _names;
    private readonly ModelDifference _difference;
    private readonly CatalogPlanner _catalogs;
    private readonly NameTable _hints = NameTable.OfFiles();

    private PlanBuilder(MergedModel merged, GeneratorOptions options)
    {
        (_merged, _options) = (merged, options);
        if (options.IsBuiltIn)
        {
            _difference = ModelDifference.Everything(merged.Model);
            _names = ModelNames.OfBuiltIn(merged.Model, merged.Damaged);
            _catalogs = new CatalogPlanner(merged, _names, null);
            return;
        }

        var builtIn = BuiltInModel.Definition;
        var id = string.Equals(merged.Model.Id, builtIn.Id, StringComparison.Ordinal) ? merged.FallbackId : merged.Model.Id;
        _difference = new ModelDifference(merged.Model, builtIn);
        _names = ModelNames.OfOverlay(merged.Model, merged.Damaged, options.Namespace, Identifiers.Pascal(id), builtIn);
        _catalogs = new CatalogPlanner(merged, _names, builtIn);
    }

    private ModelDefinition Model => _merged.Model;

    /// <summary>Makes the plan. The driver compares plans place by place, so that what every model has comes first, and what comes and goes last.</summary>
    public static ImmutableArray<GeneratedUnit> Build(MergedModel model, GeneratorOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ImmutableArray.CreateRange(new PlanBuilder(model, options).Build());
    }

    private List<GeneratedUnit> Build()
    {
        var keys = Keys();
        var attributesClass = _names.Prefix + "Attributes";

        // Where names of files collide, the earlier one keeps its own: this order decides.
        var technologies = Technologies().ToList();
        var scales = Scales().ToList();
        List<GeneratedUnit> units = [.. Catalogs()];
        units.Add(new AttributesUnit(Header(attributesClass), attributesClass, OwnScales(keys), keys));
        var properties = Properties(attributesClass, keys);
        units.Add(new WordPlanner(Model, _names, _difference).Build(Header(_names.Prefix + "Words")));
        units.Add(new NeedPlanner(_merged, _names).Build(Header(_names.Prefix + "Needs")));
        if (_options.IsBuiltIn)
        {
            units.Add(Settings());
        }

        units.Add(Facts());
        if (properties is not null)
        {
            units.Add(properties);
        }

        units.AddRange(scales);
        units.AddRange(technologies);
        return units;
    }

    private CodeHeader Header(string file) => new(
        _hints.Add(file, file) + ".g.cs", _options.IsBuiltIn ? ModelNames.BuiltInNamespace : _options.Namespace, _options.Language.HasNullableAnnotations);

    private EquatableArray<KeyUnit> Keys() => Model.Attributes.Select(attribute => new KeyUnit(
        _names.Attribute(attribute.Id),
        attribute,
        _difference.ScaleOf(attribute) is { } scale ? _names.ScaleCode(scale) : null,
        _difference.Has(attribute) ? null : $"global::{ModelNames.BuiltInNamespace}.Attributes.{_names.Attribute(attribute.Id)}",
        Documentation.Of(attribute))).ToEquatableArray();

    private EquatableArray<ScaleDefinition> OwnScales(EquatableArray<KeyUnit> keys)
    {
        var ids = new HashSet<string?>(keys.Where(key => key.Forward is null).Select(key => key.Attribute.ScaleId), StringComparer.Ordinal);
        return Model.Scales.Where(scale => ids.Contains(scale.Id)).ToEquatableArray();
    }

    private IEnumerable<ScaleUnit> Scales() => Model.Scales.Where(scale => !_names.IsTakenOver(scale)).Select(scale => new ScaleUnit(
        Header(_names.Scale(scale)),
        _names.Scale(scale),
        Documentation.Of(scale),
        ModelNames.Levels(scale).Zip(scale.Levels, (name, level) => new NamedUnit(name, level.Id, Documentation.Of(level))).ToEquatableArray()));

    /// <summary>The built-in technology has a property for each built-in attribute; an overlay's attributes become extensions where the language has them.</summary>
    private PropertiesUnit? Properties(string attributesClass, EquatableArray<KeyUnit> keys)
    {
        var code = $"global::{(_options.IsBuiltIn ? ModelNames.BuiltInNamespace : _options.Namespace)}.{attributesClass}";
        if (_options.IsBuiltIn)
        {
            return new PropertiesUnit(Header("Technology"), null, code, keys);
        }

        var added = keys.Where(key => _difference.IsNew(key.Attribute)).ToEquatableArray();
        var name = _names.Prefix + "TechnologyExtensions";
        return _options.Language.HasExtensionProperties && added.Count > 0 ? new PropertiesUnit(Header(name), name, code, added) : null;
    }

    private IEnumerable<CatalogUnit> Catalogs()
    {
        yield return _catalogs.Technologies(Header(_names.Prefix + CatalogKind.Technologies.ClassName), _options.Language.HasSpanSwitch, _difference.Has);
        foreach (var kind in CatalogKind.Others)
        {
            yield return _catalogs.Others(Header(_names.Prefix + kind.ClassName), _options.Language.HasSpanSwitch, kind);
        }
    }

    /// <summary>Part of the built-in model only: descriptors can say nothing else.</summary>
    private SettingsUnit Settings()
    {
        var (settings, facts) = (NameTable.OfMembers("PodSettings", "Node"), NameTable.OfMembers("NodeFacts"));
        return new SettingsUnit(
            Header("PodSettings"),
            Model.Settings.Select(setting => new SettingUnit(
                settings.Add(setting.Id, Identifiers.Pascal(setting.Id)), setting.Id, setting.Kind, Choices(setting), setting.Definition)).ToEquatableArray(),
            Model.NodeFacts.Select(fact => new NamedUnit(
                facts.Add(fact.Id, Identifiers.Pascal(fact.Id)), fact.Id, $"{fact.Definition} Set by {fact.SetBy}.")).ToEquatableArray());
    }

    private static EquatableArray<NamedUnit> Choices(SettingDefinition setting)
    {
        var members = NameTable.OfMembers();
        return setting.Choices.Select(word => new NamedUnit(members.Add(word, Identifiers.Pascal(word)), word, $"The word {word}.")).ToEquatableArray();
    }

    private FactsUnit Facts() => new(
        Header(_options.IsBuiltIn ? "BuiltInFacts" : _names.Prefix + "Model"),
        _options.IsBuiltIn ? "BuiltInFacts" : _names.Prefix + "Model",
        _options.IsBuiltIn ? null : $"global::{_options.Namespace}.{_names.Prefix}Technologies",
        Model.Id,
        Model.Version,
        _merged.ContentHash,
        _merged.Overlays);

    private IEnumerable<TechnologyUnit> Technologies()
    {
        var planner = new TechnologyPlanner(Model, _names, _difference, KeyCode);
        var damaged = _catalogs.Damaged(CatalogKind.Technologies).Select(id => new TechnologyDefinition(
            id, new LocalizedText(id), "unknown", int.MaxValue, "unknown", default) { Summary = "Its entry in the model file has mistakes." });
        return Model.Technologies.Where(_difference.Has).Concat(damaged)
            .OrderBy(technology => technology.Id, StringComparer.Ordinal)
            .Select(technology => planner.Plan(technology, Header($"{_names.Prefix}Technologies.{technology.Id}"), _names.Prefix + "Technologies"));
    }

    private string KeyCode(AttributeDefinition attribute) => _difference.Has(attribute) && !_options.IsBuiltIn
        ? $"global::{_options.Namespace}.{_names.Prefix}Attributes.{_names.Attribute(attribute.Id)}"
        : $"global::{ModelNames.BuiltInNamespace}.Attributes.{_names.Attribute(attribute.Id)}";
}
