using System.Diagnostics.CodeAnalysis;
using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Generators.Inputs;
using IsolationModel.Generators.Naming;
using IsolationModel.Json;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Generators.Planning;

/// <summary>Reads the project's model files with the reader of the product.</summary>
internal static class ModelLoader
{
    private const string Suffix = ".isolation.json";

    /// <summary>Reads the files: as the built-in model, or as overlays on it.</summary>
    public static ModelReading Load(IEnumerable<ModelFile> files, bool isBuiltIn, CancellationToken cancellationToken)
    {
        var sorted = Sorted(files);
        return sorted.Count == 0 ? new ModelReading(null, default) : Read(sorted, isBuiltIn, cancellationToken);
    }

    /// <summary>What is left after a failure that nobody foresaw: the finding, and for overlays the types of the model below.</summary>
    public static ModelReading Crashed(IEnumerable<ModelFile> files, bool isBuiltIn, Exception exception)
    {
        var sorted = Sorted(files);
        var model = isBuiltIn || sorted.Count == 0 ? null : WithoutOverlays(sorted);
        return new ModelReading(model, new EquatableArray<Finding>([Crash(sorted.Count == 0 ? string.Empty : sorted[0].Path, exception)]));
    }

    /// <summary>The model below under the names of the model at hand, with the entries that it adds as damaged ones: types for code to compile against.</summary>
    public static MergedModel NamesAlone(MergedModel merged)
    {
        var below = BuiltInModel.Definition;
        var damaged = new List<DamagedEntry>(merged.Damaged);
        foreach (var section in NamedSection.All)
        {
            var known = section.Ids(below);
            damaged.AddRange(section.Ids(merged.Model).Where(id => !known.Contains(id)).Select(id => new DamagedEntry(section.Name, id)));
        }

        return merged with { Model = below with { Id = merged.Model.Id, Version = merged.Model.Version }, Damaged = Sorted(damaged) };
    }

    /// <summary>The finding for a failure that nobody foresaw.</summary>
    public static Finding Crash(string path, Exception exception) => Finding.At(
        InputRules.ReaderFailed,
        FindingSeverity.Error,
        path,
        LineMap.Empty,
        default,
        $"the model could not be turned into code, because of {exception.GetType().Name}: {OneLine(exception.Message)}; please report this");

    /// <summary>In the order of their paths, each once, whatever the system's separator.</summary>
    private static List<ModelFile> Sorted(IEnumerable<ModelFile> files) => files
        .GroupBy(file => file.Path.Replace('\\', '/'), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.First())
        .ToList();

    private static ModelReading Read(List<ModelFile> files, bool isBuiltIn, CancellationToken cancellationToken)
    {
        var findings = files.Where(file => file.Text is null).Select(Unreadable).ToList();
        var texts = files.Where(file => file.Text is not null).Select(file => new ModelText(file.Path.Replace('\\', '/'), file.Text!)).ToList();
        var paths = files.ToDictionary(file => file.Path.Replace('\\', '/'), file => file.Path, StringComparer.Ordinal);
        var result = ReadTexts(texts, isBuiltIn);
        cancellationToken.ThrowIfCancellationRequested();

        var broken = new HashSet<string>(result.Findings.Where(finding => finding.Rule == ModelRules.NotJson).Select(finding => finding.File), StringComparer.Ordinal);
        if (broken.Count > 0)
        {
            findings.AddRange(result.Findings.Where(finding => broken.Contains(finding.File)));
            texts = texts.ConvertAll(text => broken.Contains(text.Path) ? text with { Text = JsonRepair.Repair(text.Text) } : text);
            result = ReadTexts(texts, isBuiltIn);
            findings.AddRange(result.Findings.Where(finding => !broken.Contains(finding.File)));
        }
        else
        {
            findings.AddRange(result.Findings);
        }

        var merged = new MergedModel(
            result.Model,
            isBuiltIn ? default : texts.Select(text => JsonMinifier.Minify(text.Text)).ToEquatableArray(),
            ModelHash.Of(texts),
            FallbackId(files),
            findings.Count > 0 ? Damaged(result.Model, texts) : default);
        findings.Sort(FindingOrder.Instance);
        return new ModelReading(merged, findings.Select(finding => finding with { File = paths[finding.File] }).ToEquatableArray());
    }

    /// <summary>The built-in model under the overlays' name, so that the types exist.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The built-in model itself may be what failed")]
    private static MergedModel? WithoutOverlays(List<ModelFile> files)
    {
        try
        {
            return new MergedModel(BuiltInModel.Definition, default, string.Empty, FallbackId(files), default);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static ModelReadResult ReadTexts(List<ModelText> texts, bool isBuiltIn) =>
        isBuiltIn ? ModelReader.Read(texts) : ModelReader.Extend(BuiltInModel.Definition, texts);

    private static Finding Unreadable(ModelFile file) => Finding.At(
        InputRules.Unreadable, FindingSeverity.Error, file.Path.Replace('\\', '/'), LineMap.Empty, default, "the compiler could not read this model file; check that it exists and is text");

    /// <summary>Entries that a file names and that are not in the model, because something in them is wrong.</summary>
    private static EquatableArray<DamagedEntry> Damaged(ModelDefinition model, List<ModelText> texts)
    {
        var damaged = new HashSet<DamagedEntry>();
        foreach (var root in texts.Select(text => JsonReader.Read(text.Text).Root).OfType<DataMapping>())
        {
            foreach (var section in NamedSection.All)
            {
                var known = section.Ids(model);
                damaged.UnionWith(section.Written(root).Where(id => !known.Contains(id) && ModelNames.IsNameable(id)).Select(id => new DamagedEntry(section.Name, id)));
            }
        }

        return Sorted(damaged);
    }

    private static EquatableArray<DamagedEntry> Sorted(IEnumerable<DamagedEntry> entries) =>
        entries.OrderBy(entry => entry.Section, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The name of the last file, which is where a model's id is looked for by people.</summary>
    private static string FallbackId(List<ModelFile> files)
    {
        var path = files[files.Count - 1].Path;
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
