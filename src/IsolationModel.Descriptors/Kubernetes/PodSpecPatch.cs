using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Json;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// A patch of a pod spec that stands as a text in a field, as YAML or JSON. Everything in it stands, for the reader of the file, where the
/// text stands.
/// </summary>
internal static class PodSpecPatch
{
    /// <summary>The longest text that is shown as it is where it cannot be read.</summary>
    private const int LongestShown = 80;

    /// <summary>The patch as a mapping; a placeholder where the text as a whole cannot be known; missing where there is no patch.</summary>
    public static DataCursor Parse(DataCursor field, DescriptorFileBuilder file)
    {
        if (!field.Exists || field.IsNull || string.IsNullOrWhiteSpace(field.Text ?? "?"))
        {
            return default;
        }

        if (field.Text is not { } text || !file.TrySpend(text.Length, field.Range) || ReadMapping(text) is not { } mapping || HasUnresolvedKey(mapping))
        {
            return Unknown(field);
        }

        return new DataCursor(new DataAlias(field.Range, mapping));
    }

    /// <summary>A pod spec under patches, in the order in which they are put on.</summary>
    public static DataCursor Apply(DataCursor spec, params DataCursor[] patches)
    {
        foreach (var patch in patches)
        {
            if (patch.IsUnresolved)
            {
                return patch;
            }

            spec = StrategicMerge.Apply(spec, patch, spec.Range);
        }

        return spec;
    }

    private static DataMapping? ReadMapping(string text)
    {
        if (JsonReader.Read(text).Root is DataMapping json)
        {
            return json;
        }

        var yaml = YamlTreeReader.Read(text, CancellationToken.None);
        return yaml.Problems.Count == 0 && yaml.Documents.Count == 1 ? yaml.Documents[0] as DataMapping : null;
    }

    /// <summary>A key that is filled in later may become any key.</summary>
    private static bool HasUnresolvedKey(DataMapping mapping) => mapping.Entries.Any(entry => Placeholder.IsIn(entry.Key.Value));

    private static DataCursor Unknown(DataCursor field)
    {
        var text = field.Text ?? string.Empty;
        var shown = text.Length <= LongestShown && text.IndexOf('\n') < 0 ? text : "podSpecPatch";
        return new DataCursor(new DataScalar(field.Range, shown, isPlain: true, contentStart: -1, isUnresolved: true));
    }
}
