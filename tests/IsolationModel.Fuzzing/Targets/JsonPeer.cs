using System.Text;
using System.Text.Json;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>What System.Text.Json says of a text.</summary>
internal static class JsonPeer
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Whether it is JSON; null where System.Text.Json cannot be asked, because the text has no UTF-8.</summary>
    public static bool? Accepts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Strict.GetBytes(text), Options);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
