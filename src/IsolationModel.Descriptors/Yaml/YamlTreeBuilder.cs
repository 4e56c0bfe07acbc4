using IsolationModel.Data;
using IsolationModel.Rules;
using IsolationModel.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>Builds trees from parser events, with a stack of its own: no text can make it recurse.</summary>
internal sealed class YamlTreeBuilder(string text, int offset, int limit) : IDisposable
{
    private readonly OpenNodes _open = OpenNodes.Take();
    private Dictionary<string, Anchored>? _anchors;
    private DataNode? _document;
    private Dictionary<DataNode, string>? _tags;
    private long _aliasedNodes;

    /// <summary>The nodes with a tag that some format gives a meaning (<see cref="YamlStream.Tags"/>); null where there is none.</summary>
    public IReadOnlyDictionary<DataNode, string>? Tags => _tags;

    /// <summary>How many nodes were read.</summary>
    public int NodeCount { get; private set; }

    /// <summary>No more events come.</summary>
    public void Dispose() => _open.Return();

    /// <summary>The document that the last event completed, once.</summary>
    public DataNode? TakeDocument()
    {
        var document = _document;
        _document = null;
        return document;
    }

    /// <summary>Takes an event; returns what makes the document unreadable, or null.</summary>
    public YamlProblem? Add(ParsingEvent parsed)
    {
        switch (parsed)
        {
            case Scalar scalar:
                var node = ToScalar(scalar);
                KeepTag(node, TagOf(scalar));
                Attach(node, scalar.Anchor, 1);
                return null;
            case DocumentStart:
                // Anchors belong to one document (YAML 1.2.2, 3.2.2.2).
                _anchors?.Clear();
                _aliasedNodes = 0;
                return null;
            case AnchorAlias alias:
                return AddAlias(alias);
            case SequenceStart sequence:
                return Open(sequence, sequence.Anchor, isMapping: false);
            case MappingStart mapping:
                return Open(mapping, mapping.Anchor, isMapping: true);
            case SequenceEnd or MappingEnd:
                Close(parsed);
                return null;
            default:
                return null;
        }
    }

    private YamlProblem? Open(NodeEvent start, AnchorName anchor, bool isMapping)
    {
        var at = SkipProperties(At(start.Start), start);
        if (_open.Count == DescriptorLimits.Depth)
        {
            return new YamlProblem(InputRules.TooDeep, new TextRange(at, 1), $"mappings and lists nest deeper than {DescriptorLimits.Depth} levels, so the document is not judged");
        }

        var isFlow = start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        _open.Push(at, isMapping, isFlow, anchor.IsEmpty ? null : anchor.Value, TagOf(start));
        if (!anchor.IsEmpty)
        {
            Keep(anchor.Value, new Anchored(null, 0));
        }

        return null;
    }

    private YamlProblem? AddAlias(AnchorAlias alias)
    {
        var range = TextRange.FromBounds(At(alias.Start), At(alias.End));
        var name = alias.Value.Value;
        if (_anchors is null || !_anchors.TryGetValue(name, out var anchored))
        {
            return new YamlProblem(InputRules.SyntaxError, range, $"the YAML is not well-formed: alias '*{name}' has no anchor in this document");
        }

        if (anchored.Node is null)
        {
            return new YamlProblem(InputRules.AliasesExplode, range, $"alias '*{name}' makes the document contain itself, so it is not judged");
        }

        _aliasedNodes += anchored.Size;
        if (_aliasedNodes > DescriptorLimits.AliasedNodes)
        {
            return new YamlProblem(InputRules.AliasesExplode, range, $"aliases multiply the document beyond {DescriptorLimits.AliasedNodes} nodes, so it is not judged");
        }

        Attach(new DataAlias(range, anchored.Node), AnchorName.Empty, anchored.Size);
        return null;
    }

    private void Close(ParsingEvent end)
    {
        var open = _open.Pop();
        // A flow collection's end event stands at its bracket, a block collection's at the next token, wherever that is.
        var last = open.IsFlow ? Math.Min(text.Length, At(end.Start) + 1) : open.LastEnd;
        var range = TextRange.FromBounds(open.Start, Math.Max(open.Start, last));
        var node = _open.ToNode(open, range, text);
        KeepTag(node, open.Tag);
        if (open.Anchor is not null)
        {
            Keep(open.Anchor, new Anchored(node, open.Size));
        }

        AttachTo(node, open.Size);
    }

    private void Attach(DataNode node, AnchorName anchor, long size)
    {
        if (!anchor.IsEmpty)
        {
            Keep(anchor.Value, new Anchored(node, size));
        }

        AttachTo(node, size);
    }

    private void AttachTo(DataNode node, long size)
    {
        NodeCount++;
        if (_open.Count == 0)
        {
            _document = node;
        }
        else
        {
            _open.Add(node, size);
        }
    }

    private void Keep(string anchor, Anchored anchored) => (_anchors ??= new Dictionary<string, Anchored>(StringComparer.Ordinal))[anchor] = anchored;

    private DataScalar ToScalar(Scalar scalar)
    {
        var start = SkipProperties(At(scalar.Start), scalar);
        var end = Math.Max(start, At(scalar.End));
        var isPlain = scalar.Tag.IsEmpty ? scalar.Style is ScalarStyle.Plain : IsResolved(scalar);
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var isVerbatim = scalar.Style is ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted
            && end - start - (2 * quotes) == scalar.Value.Length
            && string.CompareOrdinal(text, start + quotes, scalar.Value, 0, scalar.Value.Length) == 0;
        return new DataScalar(TextRange.FromBounds(start, end), scalar.Value, isPlain, isVerbatim ? start + quotes : -1);
    }

    /// <summary>
    /// A tag decides what a scalar is, whatever its quotes: <c>!!int "1"</c> is a number, <c>!!str 1</c>, <c>! true</c> and <c>!own 1</c> are
    /// strings (goyaml.v2 in kubernetes-sigs/yaml, resolve.go).
    /// </summary>
    private static bool IsResolved(Scalar scalar) =>
        !scalar.Tag.IsNonSpecific
        && scalar.Tag.Value is "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:null" or "tag:yaml.org,2002:float";

    private static string? TagOf(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific || node.Tag.Value is not (YamlStream.ResetTag or YamlStream.OverrideTag) ? null : node.Tag.Value;

    private void KeepTag(DataNode node, string? tag)
    {
        if (tag is not null)
        {
            (_tags ??= []).Add(node, tag);
        }
    }

    private int At(Mark mark) => Math.Min(limit, offset + (int)mark.Index);

    /// <summary>An anchor or tag in front of a node belongs to its event, but not to its place.</summary>
    private int SkipProperties(int at, NodeEvent node)
    {
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return at;
        }

        while (at < text.Length && text[at] is '&' or '!')
        {
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>An anchored node, null while it is open, and how many nodes it stands for.</summary>
    private readonly record struct Anchored(DataNode? Node, long Size);
}
