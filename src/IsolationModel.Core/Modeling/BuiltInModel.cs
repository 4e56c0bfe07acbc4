using System.Text;
using IsolationModel.Data;
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
        var parts = new List<ModelText>();
        if (JsonReader.Read(text).Root is DataSequence entries)
        {
            foreach (var entry in entries.Items)
            {
                var cursor = new DataCursor(entry);
                var model = cursor["model"].Range;
                parts.Add(new ModelText(cursor["part"].Text!, text.Substring(model.Start, model.Length)));
            }
        }

        return parts;
    }

    private static ModelDefinition Read()
    {
        var result = ModelReader.Read(Parts());
        if (result.HasErrors)
        {
            var first = result.Findings[0];
            throw new InvalidOperationException($"The embedded model is damaged: {first.File}: {first.Message}");
        }

        return result.Model;
    }

    private static string ResourceText()
    {
        using var stream = typeof(BuiltInModel).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly holds no resource '{ResourceName}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
