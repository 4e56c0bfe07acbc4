using IsolationModel.Data;

namespace IsolationModel.Descriptors.Compose;

/// <summary>Tells documents of Compose from everything else that has services.</summary>
internal static class ComposeDocument
{
    /// <summary>
    /// Whether a document is one of Compose. A file that is called so needs services that could be some; of any other file all top-level keys
    /// have to be those of the specification, which allows no others, and the services have to look like containers more than like anything else.
    /// </summary>
    /// <param name="root">The document.</param>
    /// <param name="path">The file's path.</param>
    public static bool Is(DataNode root, string path)
    {
        if (root is not DataMapping document || (Has(document, "apiVersion") && Has(document, "kind")))
        {
            return false;
        }

        var isCalledSo = ComposeFileNames.IsCompose(path);
        if (Find(document, ComposeKeys.Services) is { } services)
        {
            return HasServices(services) && (isCalledSo || (HasOnlyKnownKeys(document) && LookLikeContainers((DataMapping)services)));
        }

        return Find(document, ComposeKeys.Include) is DataSequence
            ? isCalledSo && HasOnlyKnownKeys(document)
            : isCalledSo && IsOfFirstVersion(document);
    }

    /// <summary>
    /// Whether a document is written in the first version of the format, which has services at the top and nothing else. Only the name of its
    /// file tells it from other files.
    /// </summary>
    public static bool IsOfFirstVersion(DataMapping document) => document.Entries.Count > 0 && document.Entries.All(static entry =>
        Resolve(entry.Value) is DataMapping service && (Find(service, "image") is DataScalar || Find(service, "build") is DataScalar));

    /// <summary>The value of a key, never an alias; null where there is none.</summary>
    public static DataNode? Find(DataMapping mapping, string key) => mapping.TryGet(key, out _, out var value) ? Resolve(value) : null;

    private static bool HasServices(DataNode services) =>
        services is DataMapping mapping && mapping.Entries.All(static entry => Resolve(entry.Value) is DataMapping or DataScalar { Value: "" or "null" or "~" });

    private static bool HasOnlyKnownKeys(DataMapping document) => document.Entries.All(static entry => ComposeKeys.IsTopLevel(entry.Key.Value));

    private static bool LookLikeContainers(DataMapping services)
    {
        var (known, unknown, telling) = (0, 0, false);
        foreach (var entry in services.Entries)
        {
            foreach (var field in Resolve(entry.Value) is DataMapping service ? service.Entries : [])
            {
                if (field.Key.Value == "image" && Resolve(field.Value) is not DataScalar)
                {
                    // Values of charts have an image in parts.
                    return false;
                }

                known += ComposeKeys.IsOfService(field.Key.Value) ? 1 : 0;
                unknown += ComposeKeys.IsOfService(field.Key.Value) ? 0 : 1;
                telling |= ComposeKeys.IsTelling(field.Key.Value);
            }
        }

        return telling && known > unknown;
    }

    private static bool Has(DataMapping mapping, string key) => mapping.TryGet(key, out _, out _);

    private static DataNode Resolve(DataNode node) => node is DataAlias alias ? alias.Target : node;
}
