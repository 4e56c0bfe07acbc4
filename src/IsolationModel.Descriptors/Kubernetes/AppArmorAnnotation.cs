using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>The annotation that named an AppArmor profile before there was a field for it. Only the kubelet's order tells what counts: container field, annotation, Pod field.</summary>
internal static class AppArmorAnnotation
{
    private const string Setting = "appArmor";
    public const string KeyPrefix = "container.apparmor.security.beta.kubernetes.io/";
    private const string LocalhostPrefix = "localhost/";

    /// <summary>The annotation of a container; missing where it has none.</summary>
    public static DataCursor Of(DataCursor annotations, string? containerName) =>
        containerName is null ? default : annotations[KeyOf(containerName)];

    /// <summary>The key of a container's annotation.</summary>
    public static string KeyOf(string? containerName) => KeyPrefix + containerName;

    /// <summary>Whether an annotation is one of these.</summary>
    public static bool IsKey(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    /// <summary>What the annotation says; null for a word that the API server refuses.</summary>
    public static string? Type(string value) => value switch
    {
        "unconfined" => "Unconfined",
        "runtime/default" => "RuntimeDefault",
        _ when value.StartsWith(LocalhostPrefix, StringComparison.Ordinal) => "Localhost",
        _ => null,
    };

    /// <summary>The annotation as a fact, or null where it says nothing.</summary>
    public static SettingFact? Fact(DataCursor annotation) =>
        !SettingFacts.IsSet(annotation) ? null
        : !annotation.IsUnresolved && annotation.Text is { } text && Type(text) is { } type ? SettingFact.Choice(Setting, type, annotation.Range)
        : SettingFact.Unresolved(Setting, annotation.Range);

    /// <summary>Whether annotation and field certainly name different profiles.</summary>
    public static bool Contradicts(DataCursor annotation, DataCursor profile)
    {
        var type = profile["type"];
        if (annotation.IsUnresolved || type.IsUnresolved || annotation.Text is not { } text || type.Text is not { } typeText || Type(text) is not { } said)
        {
            return false;
        }

        var name = profile["localhostProfile"];
        return !string.Equals(said, typeText, StringComparison.Ordinal)
            || (said == "Localhost" && !name.IsUnresolved && name.Text is { } nameText && !string.Equals(text.Substring(LocalhostPrefix.Length), nameText, StringComparison.Ordinal));
    }
}
