using System.Text;
using IsolationModel.Data;
using IsolationModel.Json;
using IsolationModel.Modeling.Packing;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Modeling;

/// <summary>The model that the product ships: the files below <c>schema/model</c>, embedded at build, together with what reading them gave.</summary>
public static class BuiltInModel
{
    private const string PackedName = "builtin-model.bin";

    private const string PartsName = "builtin-model.json";

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
        using var stream = Resource(PackedName);
        var bytes = new byte[stream.Length];
        for (var count = 0; count < bytes.Length;)
        {
            var read = stream.Read(bytes, count, bytes.Length - count);
            count += read > 0 ? read : throw new InvalidOperationException($"The resource '{PackedName}' ends early.");
        }

        return PackedModel.Read(bytes);
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
        using var reader = new StreamReader(Resource(PartsName), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Stream Resource(string name) => typeof(BuiltInModel).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly holds no resource '{name}'.");
}
