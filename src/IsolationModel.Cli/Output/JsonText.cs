using System.Text.Encodings.Web;
using System.Text.Json;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Output;

/// <summary>How the tool writes JSON.</summary>
internal static class JsonText
{
    /// <summary>How much may wait in memory before it is written.</summary>
    private const int FlushThreshold = 64 * 1024;

    /// <summary>Indented, <c>\n</c> as line end; reports are files, not parts of HTML pages, so names stay readable.</summary>
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes JSON to a stream, which stays open.</summary>
    public static Utf8JsonWriter To(Stream stream) => new(new JsonStream(stream), Options);

    /// <summary>The model that an answer rests on.</summary>
    public static void WriteModel(this Utf8JsonWriter json, ModelDefinition model)
    {
        json.WriteStartObject("model");
        json.WriteString("id", model.Id);
        json.WriteString("version", model.Version);
        json.WriteEndObject();
    }

    /// <summary>A list of strings.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> writeMembers)
    {
        json.WritePropertyName(name);
        json.WriteObjects(values, writeMembers);
    }

    /// <summary>A list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, IEnumerable<T> values, Action<T> writeMembers)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStartObject();
            writeMembers(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A string, unless there is none.</summary>
    public static void WriteIfAny(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes what waits in memory, once it is much.</summary>
    public static void FlushIfFull(this Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushThreshold)
        {
            json.Flush();
        }
    }
}
