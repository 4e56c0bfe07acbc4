using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml.Syntax;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>Builds trees from events, with a stack of its own: no text can make it recurse.</summary>
internal sealed class YamlTreeBuilder(string text) : IDisposable
{
    private readonly OpenNodes _open = OpenNodes.Take();
    private Dictionary<string, Anchored>? _anchors;
    private DataNode? _document;
    private Dictionary<DataNode, string>? _tags;
    private long _aliasedNodes;

    /// <summary>The nodes with a tag that some format gives a meaning (<see cref="YamlStream.Tags"/>); null where there is none.</summary>
    public IReadOnlyDictionary<DataNode, string>? Tags => _tags;

    /// <summary>No more events come.</summary>
    public void Dispose() => _open.Return();

    /// <summary>The document that was built last, once.</summary>
    public DataNode? TakeDocument()
    {
        var document = _document;
        _document = null;
        return document;
    }

    /// <summary>Builds the tree of a document; returns what makes it unusable, or null.</summary>
    public YamlProblem? Build(YamlEvents events)
    {
        // Anchors belong to one document (YAML 1.2.2, 3.2.2.2).
        _anchors?.Clear();
        _aliasedNodes = 0;
        _open.Clear();
        for (var i = 0; i < events.Count; i++)
        {
            if (Add(in events[i]) is { } problem)
            {
                _document = null;
                return problem;
            }
        }

        return null;
    }

    private YamlProblem? Add(in YamlEvent read)
    {
        switch (read.Kind)
        {
            case YamlEventKind.Scalar:
                var range = TextRange.FromBounds(read.Start, read.End);
                var node = new DataScalar(range, read.Value!, IsResolved(read), read.ContentStart);
                KeepTag(node, read.Properties.Tag);
                Keep(read.Properties.Anchor, new Anchored(node, 1));
                Attach(node, 1);
                return null;
            case YamlEventKind.Alias:
                return AddAlias(read);
            case YamlEventKind.SequenceStart or YamlEventKind.MappingStart:
                _open.Push(read.Start, read.Kind == YamlEventKind.MappingStart, read.Style == YamlStyle.Flow, read.Properties.Anchor, read.Properties.Tag);
                Keep(read.Properties.Anchor, new Anchored(null, 0));
                return null;
            case YamlEventKind.SequenceEnd or YamlEventKind.MappingEnd:
                Close(read);
                return null;
            default:
                return null;
        }
    }

    private YamlProblem? AddAlias(in YamlEvent alias)
    {
        var range = TextRange.FromBounds(alias.Start, alias.End);
        var name = alias.Value!;
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

        Attach(new DataAlias(range, anchored.Node), anchored.Size);
        return null;
    }

    private void Close(in YamlEvent end)
    {
        var open = _open.Pop();
        var range = TextRange.FromBounds(open.Start, Math.Max(open.Start, open.IsFlow ? end.End : open.LastEnd));
        var node = _open.ToNode(open, range, text);
        KeepTag(node, open.Tag);
        Keep(open.Anchor, new Anchored(node, open.Size));
        Attach(node, open.Size);
    }

    private void Attach(DataNode node, long size)
    {
        if (_open.Count == 0)
        {
            _document = node;
        }
        else
        {
            _open.Add(node, size);
        }
    }

    private void Keep(string? anchor, Anchored anchored)
    {
        if (anchor is not null)
        {
            (_anchors ??= new Dictionary<string, Anchored>(StringComparer.Ordinal))[anchor] = anchored;
        }
    }

    /// <summary>
    /// Whether a scalar is what it looks like. Without a tag that depends on its quotes; a tag decides whatever they are: <c>!!int "1"</c> is a number,
    /// <c>!!str 1</c>, <c>! true</c> and <c>!own 1</c> are strings (goyaml.v2 in kubernetes-sigs/yaml, resolve.go).
    /// </summary>
    private static bool IsResolved(in YamlEvent scalar) => scalar.Properties.Tag is { } tag
        ? tag is "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:null" or "tag:yaml.org,2002:float"
        : scalar.Style == YamlStyle.Plain;

    private void KeepTag(DataNode node, string? tag)
    {
        if (tag is YamlStream.ResetTag or YamlStream.OverrideTag)
        {
            (_tags ??= []).Add(node, tag);
        }
    }

    /// <summary>An anchored node, null while it is open, and how many nodes it stands for.</summary>
    private readonly record struct Anchored(DataNode? Node, long Size);
}
