using System.Text;
using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Json;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Modeling;

/// <summary>The model that the product ships: the files below <c>schema/model</c>, embedded at build.</summary>
public static class BuiltInModel
{
    private const string ResourceName = "builtin-model.json";

    private static readonly Lazy<ModelDefinition> Lazy = new(Read);

    /// <summary>The model, read once.</summary>
    /// <exception cref="InvalidOperationException">The embedded model is damaged.</exception>
    public static ModelDefinition Definition => Lazy.Value;

    /// <summary>The embedded parts, in the ordinal order of their paths.</summary>
    public static IReadOnlyList<ModelText> Parts()
    {
        var text = ResourceText();
        return Nodes(text).Select(part => new ModelText(part.Path, text.Substring(part.Node.Range.Start, part.Node.Range.Length))).ToList();
    }

    private static ModelDefinition Read()
    {
        // Every start of the tool and of the compiler pays this, so the resource is parsed once and not once more a part.
        var findings = new List<Finding>();
        var result = ModelReader.Read(Nodes(ResourceText()).Select(part => ModelPart.OfNode(part.Path, (DataMapping)part.Node, findings)).ToList(), findings);
        if (result.HasErrors)
        {
            var first = result.Findings[0];
            throw new InvalidOperationException($"The embedded model is damaged: {first.File}: {first.Message}");
        }

        return result.Model;
    }

    private static IEnumerable<(string Path, DataNode Node)> Nodes(string text)
    {
        var entries = JsonReader.Read(text).Root as DataSequence ?? throw new InvalidOperationException("The embedded model is damaged: it is not a list of parts.");
        foreach (var entry in entries.Items)
        {
            var cursor = new DataCursor(entry);
            yield return (cursor["part"].Text!, cursor["model"].Node!);
        }
    }

    private static string ResourceText()
    {
        using var stream = typeof(BuiltInModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly holds no resource '{ResourceName}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
