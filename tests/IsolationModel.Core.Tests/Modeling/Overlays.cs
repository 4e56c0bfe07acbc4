using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>Overlays of tests, and texts with the place of a mistake in them.</summary>
internal static class Overlays
{
    /// <summary>An overlay onto the built-in model from its sections.</summary>
    public static ModelText Of(string id, string sections, string extends = "isolation-model", string range = "^0.1") => new(
        $"{id}.isolation.json",
        $$"""{ "formatVersion": "1.0", "model": { "id": "{{id}}", "version": "1.2.0", "extends": { "{{extends}}": "{{range}}" } }, {{sections}} }""");

    public static ModelReadResult Extend(params ModelText[] overlays) => ModelReader.Extend(BuiltInModel.Definition, overlays);

    /// <summary>The model of overlays that have no mistakes.</summary>
    public static ModelDefinition Merge(params ModelText[] overlays)
    {
        var result = Extend(overlays);
        Assert.Empty(result.Findings.Select(finding => finding.Message));
        return result.Model;
    }

    /// <summary>The text without its marks '«' and '»', and the range between them; keys are told with their quotes.</summary>
    public static (string Text, TextRange Range) Marked(string marked)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        var text = marked.Replace("«", string.Empty, StringComparison.Ordinal).Replace("»", string.Empty, StringComparison.Ordinal);
        return (text, text[start - 1] == '"' ? new TextRange(start - 1, end - start + 2) : new TextRange(start, end - start));
    }
}
