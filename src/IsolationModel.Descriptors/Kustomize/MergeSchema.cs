using IsolationModel.Descriptors.Kubernetes;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// Which lists of an object are merged item by item in a strategic merge, and by which keys; all others are replaced whole, tolerations and lists
/// of capabilities among them (x-kubernetes-patch-merge-key in the OpenAPI document of Kubernetes).
/// </summary>
internal sealed class MergeSchema
{
    private static readonly string[] ByName = ["name"];

    private static readonly MergeSchema Container = new()
    {
        Fields =
        {
            ["env"] = List(ByName),
            ["ports"] = List(["containerPort", "protocol"]),
            ["volumeMounts"] = List(["mountPath"]),
            ["volumeDevices"] = List(["devicePath"]),
            ["resources"] = new MergeSchema { Fields = { ["claims"] = List(ByName) } },
        },
    };

    private static readonly MergeSchema PodSpec = new()
    {
        Fields =
        {
            ["containers"] = List(ByName, Container),
            ["initContainers"] = List(ByName, Container),
            ["ephemeralContainers"] = List(ByName, Container),
            ["volumes"] = List(ByName),
            ["imagePullSecrets"] = List(ByName),
            ["hostAliases"] = List(["ip"]),
            ["topologySpreadConstraints"] = List(["topologyKey", "whenUnsatisfiable"]),
            ["resourceClaims"] = List(ByName),
            ["schedulingGates"] = List(ByName),
        },
    };

    /// <summary>What is known of a kind that makes no Pods, custom resources among them: nothing is merged item by item.</summary>
    private static readonly MergeSchema Unknown = new();

    /// <summary>The keys of a list's items; empty for what is no list, or one that is replaced whole.</summary>
    public IReadOnlyList<string> Keys { get; private init; } = [];

    /// <summary>The items of a list; null where nothing is known of them.</summary>
    public MergeSchema? Item { get; private init; }

    private Dictionary<string, MergeSchema> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema of an object. kustomize has one for the kinds of Kubernetes alone; elsewhere lists are replaced.</summary>
    public static MergeSchema Of(string group, string kind)
    {
        if (PodKinds.Find(group, kind) is not { IsBuiltIn: true, Path: { } path })
        {
            return Unknown;
        }

        var schema = new MergeSchema { Fields = { ["spec"] = PodSpec } };
        for (var i = path.Length - 1; i >= 0; i--)
        {
            schema = new MergeSchema { Fields = { [path[i]] = schema } };
        }

        return schema;
    }

    /// <summary>The schema of a field; null where nothing is known of it.</summary>
    public MergeSchema? Field(string name) => Fields.TryGetValue(name, out var field) ? field : null;

    private static MergeSchema List(IReadOnlyList<string> keys, MergeSchema? item = null) => new() { Keys = keys, Item = item };
}
