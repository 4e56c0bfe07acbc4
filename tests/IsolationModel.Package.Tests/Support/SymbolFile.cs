using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace IsolationModel.Package.Tests.Support;

/// <summary>What a portable PDB says of the sources of its assembly.</summary>
internal sealed class SymbolFile : IDisposable
{
    // Portable PDB specification, "CustomDebugInformation Table".
    private static readonly Guid SourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly MetadataReaderProvider _provider;

    private SymbolFile(MetadataReaderProvider provider) => _provider = provider;

    private MetadataReader Reader => _provider.GetMetadataReader();

    /// <summary>Opens the symbols of an assembly in a package of symbols.</summary>
    public static SymbolFile Open(ZipArchive symbols, string entry) =>
        new(MetadataReaderProvider.FromPortablePdbImage([.. Read(symbols, entry)]));

    /// <summary>The id by which a debugger finds the symbols of an assembly.</summary>
    public static BlobContentId IdOf(ZipArchive package, string entry)
    {
        using var image = new PEReader([.. Read(package, entry)]);
        var debug = image.ReadDebugDirectory().Single(static item => item.Type == DebugDirectoryEntryType.CodeView);
        return new BlobContentId(image.ReadCodeViewDebugDirectoryData(debug).Guid, debug.Stamp);
    }

    /// <summary>The id that the symbols have.</summary>
    public BlobContentId Id => new(Reader.DebugMetadataHeader!.Id);

    /// <summary>The paths of all sources, and whether each is embedded.</summary>
    public IReadOnlyDictionary<string, bool> Documents => Reader.Documents.ToDictionary(
        handle => Reader.GetString(Reader.GetDocument(handle).Name),
        handle => Has(handle, EmbeddedSourceKind),
        StringComparer.Ordinal);

    /// <summary>Where Source Link leads: patterns of paths, and the addresses for them. Empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> SourceLink
    {
        get
        {
            var link = Information(EntityHandle.ModuleDefinition).FirstOrDefault(information => Reader.GetGuid(information.Kind) == SourceLinkKind);
            if (link.Value.IsNil)
            {
                return ImmutableDictionary<string, string>.Empty;
            }

            using var json = JsonDocument.Parse(Reader.GetBlobBytes(link.Value));
            return json.RootElement.GetProperty("documents").EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.GetString()!, StringComparer.Ordinal);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private static byte[] Read(ZipArchive archive, string entry)
    {
        using var stream = archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private bool Has(DocumentHandle document, Guid kind) => Information(document).Any(information => Reader.GetGuid(information.Kind) == kind);

    private IEnumerable<CustomDebugInformation> Information(EntityHandle parent) => Reader.GetCustomDebugInformation(parent).Select(Reader.GetCustomDebugInformation);
}
