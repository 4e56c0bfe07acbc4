using IsolationModel.Data;

namespace IsolationModel.Descriptors.Compose;

/// <summary>One document of a file as it is brought into a project, before anything is inherited.</summary>
internal sealed class ComposeLayer
{
    private ComposeLayer(ComposeSource source, string folder, ComposeEnvironment environment, DataMapping top, DataMapping services) =>
        (Source, Folder, Environment, Top, Services) = (source, folder, environment, top, services);

    public ComposeSource Source { get; }

    /// <summary>The folder by which its references are meant.</summary>
    public string Folder { get; }

    public ComposeEnvironment Environment { get; }

    /// <summary>The fields at the top that are no services.</summary>
    public DataMapping Top { get; }

    /// <summary>The services.</summary>
    public DataMapping Services { get; }

    /// <summary>The services that are put together with what they inherit.</summary>
    public Dictionary<string, ComposeService> Inherited { get; } = new(StringComparer.Ordinal);

    /// <summary>Brings a document in; null when it is too large.</summary>
    public static ComposeLayer? Of(ComposeSource source, DataMapping document, string folder, ComposeEnvironment environment, ComposeSpace space)
    {
        var import = new ComposeImport(space, source.Offset, source.Tags, environment);
        var isOfFirstVersion = !document.TryGet(ComposeKeys.Services, out _, out _) && !document.TryGet(ComposeKeys.Include, out _, out _);
        if (isOfFirstVersion)
        {
            return import.Import(document) is DataMapping services ? new ComposeLayer(source, folder, environment, new DataMapping(services.Range, []), services) : null;
        }

        // Templates of the author (x-...) come in where aliases use them.
        var entries = new List<DataEntry>();
        foreach (var entry in document.Entries)
        {
            if (entry.Key.Value is ComposeKeys.Services or ComposeKeys.Include or ComposeKeys.Volumes or ComposeKeys.Name or ComposeKeys.Isolation)
            {
                if (import.Import(entry.Value) is not { } value)
                {
                    return null;
                }

                entries.Add(new DataEntry(import.ImportKey(entry.Key), value));
            }
        }

        var top = new DataMapping(new Text.TextRange(document.Range.Start + source.Offset, document.Range.Length), entries);
        return new ComposeLayer(source, folder, environment, top, top.TryGet(ComposeKeys.Services, out _, out var found) && found is DataMapping mapping ? mapping : new DataMapping(top.Range, []));
    }
}
