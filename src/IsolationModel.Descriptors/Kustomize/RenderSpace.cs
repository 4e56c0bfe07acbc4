using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// The one text in which everything that a run renders has its places, and the count of what rendering may cost. Trees come in without aliases:
/// the parts behind one stand where it stands, and what is put together from them has no shared parts to keep apart.
/// </summary>
internal sealed class RenderSpace(CancellationToken cancellationToken)
{
    private readonly Dictionary<DescriptorFile, IReadOnlyList<DataNode>?> _documents = [];
    private int _nodes;

    /// <summary>Leads from the places of rendered trees back to files.</summary>
    public JoinedLineMap Lines { get; } = new();

    /// <summary>Whether everything that was asked for was within <see cref="DescriptorLimits.RenderedNodes"/>.</summary>
    public bool IsWithinLimit => _nodes <= DescriptorLimits.RenderedNodes;

    /// <summary>Counts nodes that are made or looked at; false when there are too many.</summary>
    public bool Spend(int nodes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _nodes = (int)Math.Min((long)_nodes + nodes, DescriptorLimits.RenderedNodes + 1L);
        return IsWithinLimit;
    }

    /// <summary>Counts all nodes of a tree; false when there are too many, or when it nests too deep.</summary>
    public bool SpendAll(DataNode node, int depth = 0)
    {
        if (depth > DescriptorLimits.Depth || !Spend(1))
        {
            return false;
        }

        return node switch
        {
            DataMapping mapping => mapping.Entries.All(entry => SpendAll(entry.Value, depth + 1)),
            DataSequence sequence => sequence.Items.All(item => SpendAll(item, depth + 1)),
            _ => true,
        };
    }

    /// <summary>The documents of a file; null when it was not read completely, or is too large to be rendered.</summary>
    public IReadOnlyList<DataNode>? DocumentsOf(DescriptorFile file)
    {
        if (!_documents.TryGetValue(file, out var documents))
        {
            documents = file.Source is { } source && file.Findings.Count == 0 && Lines.HasRoomFor(file.Lines.Length)
                ? Import(source.Documents, Lines.Add(file.Path, file.Lines, 0, file.Lines.Length))
                : null;
            _documents.Add(file, documents);
        }

        return documents;
    }

    /// <summary>The documents of a text that is a value in a file; null when it is no YAML, or too large.</summary>
    /// <param name="file">The file.</param>
    /// <param name="value">The value with its place here.</param>
    /// <param name="place">The value's place in the file.</param>
    public IReadOnlyList<DataNode>? DocumentsOf(DescriptorFile file, DataScalar value, TextRange place)
    {
        if (!Lines.HasRoomFor(value.Value.Length))
        {
            return null;
        }

        var stream = YamlTreeReader.Read(value.Value, cancellationToken);
        return stream.Problems.Count > 0 ? null : Import(stream.Documents, AddText(file, value, place));
    }

    private int AddText(DescriptorFile file, DataScalar value, TextRange place)
    {
        if (value.ContentStart >= 0)
        {
            return Lines.Add(file.Path, file.Lines, place.Start + (value.ContentStart - value.Range.Start), value.Value.Length);
        }

        var starts = file.Source?.Text is { } text ? BlockLines.Find(text, place.Start, value.Value) : null;
        if (starts is null)
        {
            return Lines.AddWhole(file.Path, file.Lines, place, value.Value.Length);
        }

        // A piece a line, each as long as the line without its end, which takes the place between the pieces.
        var at = 0;
        var first = -1;
        foreach (var start in starts)
        {
            var end = value.Value.IndexOf('\n', at) is var found && found >= 0 ? found : value.Value.Length;
            var added = Lines.Add(file.Path, file.Lines, start, end - at);
            first = first < 0 ? added : first;
            at = end + 1;
        }

        return first;
    }

    private List<DataNode>? Import(IReadOnlyList<DataNode> documents, int offset)
    {
        var imported = new List<DataNode>(documents.Count);
        foreach (var document in documents)
        {
            if (Import(document, offset, place: null, depth: 0) is not { } node)
            {
                return null;
            }

            imported.Add(node);
        }

        return imported;
    }

    private DataNode? Import(DataNode node, int offset, TextRange? place, int depth)
    {
        if (depth > DescriptorLimits.Depth || !Spend(1))
        {
            return null;
        }

        var range = place ?? new TextRange(node.Range.Start + offset, node.Range.Length);
        switch (node)
        {
            case DataAlias alias:
                return Import(alias.Target, offset, range, depth);
            case DataSequence sequence:
                var items = new List<DataNode>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    if (Import(item, offset, place, depth + 1) is not { } imported)
                    {
                        return null;
                    }

                    items.Add(imported);
                }

                return new DataSequence(range, items);
            case DataMapping mapping:
                var entries = new List<DataEntry>(mapping.Entries.Count);
                foreach (var entry in mapping.Entries)
                {
                    if (Import(entry.Value, offset, place, depth + 1) is not { } imported)
                    {
                        return null;
                    }

                    entries.Add(new DataEntry(Import(entry.Key, offset, place), imported));
                }

                return new DataMapping(range, entries);
            default:
                return Import((DataScalar)node, offset, place);
        }
    }

    private static DataScalar Import(DataScalar scalar, int offset, TextRange? place) => new(
        place ?? new TextRange(scalar.Range.Start + offset, scalar.Range.Length),
        scalar.Value,
        scalar.IsPlain,
        place is null && scalar.ContentStart >= 0 ? scalar.ContentStart + offset : -1,
        scalar.IsUnresolved);
}
