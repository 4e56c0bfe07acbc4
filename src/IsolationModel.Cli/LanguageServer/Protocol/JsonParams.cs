using System.Text.Json;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>Parameters, read leniently where the protocol lets them be absent and strictly where it does not.</summary>
internal static class JsonParams
{
    /// <summary>A member of an object, at whatever depth; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>The items of a list; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>Whether it is the word true.</summary>
    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    /// <summary>A text that has to be there.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public static string Required(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path).Text() ?? throw new RequestException(ErrorCode.InvalidParams, $"'{string.Join('.', path!)}' is missing or no text");
}
