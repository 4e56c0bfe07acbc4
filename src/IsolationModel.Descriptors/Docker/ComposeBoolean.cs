using IsolationModel.Data;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Booleans as Compose takes them: of YAML, and of texts that a variable filled in (compose-go interpolation, cast of booleans).</summary>
internal static class ComposeBoolean
{
    /// <summary>The boolean, or null where it is none or not known.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The words are compared in lower case, as Compose does")]
    public static bool? Of(DataCursor value) => value.IsUnresolved ? null : value.Text?.ToLowerInvariant() switch
    {
        "true" or "1" or "t" or "y" or "yes" or "on" => true,
        "false" or "0" or "f" or "n" or "no" or "off" => false,
        _ => null,
    };
}
