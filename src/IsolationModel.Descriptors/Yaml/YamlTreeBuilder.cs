using System.Text;
using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml.Syntax;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>Builds trees from events, with a stack of its own: no text can make it recurse.</summary>
internal sealed class YamlTreeBuilder(string text) : IDisposable
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>How many events lie between two looks at whether to stop.</summary>
    private const int StepsBetweenStops = 1024;

    private readonly OpenNodes _open = OpenNodes.Take();
    private Dictionary<string, Anchored>? _anchors;
    private DataNode? _document;
    private Dictionary<DataNode, string>? _tags;
    private long _aliasedNodes;
    private long _mergedBefore;
    private int _serial;

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
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public YamlProblem? Build(YamlEvents events, CancellationToken cancellationToken)
    {
        // Anchors belong to one document (YAML 1.2.2, 3.2.2.2), and aliases share what they mean; what merges copy is counted for the whole text.
        _anchors?.Clear();
        _aliasedNodes = 0;
        _mergedBefore = _open.MergedEntries;
        _open.Clear();
        for (var i = 0; i < events.Count; i++)
        {
            if (i % StepsBetweenStops == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

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
                return AddScalar(read);
            case YamlEventKind.Alias:
                return AddAlias(read);
            case YamlEventKind.SequenceStart or YamlEventKind.MappingStart:
                _open.Push(read.Start, read.Kind == YamlEventKind.MappingStart, read.Style == YamlStyle.Flow, read.Properties.Anchor, read.Properties.Tag, ++_serial);
                Keep(read.Properties.Anchor, new Anchored(null, 0, _serial));
                return null;
            case YamlEventKind.SequenceEnd or YamlEventKind.MappingEnd:
                return Close(read);
            default:
                return null;
        }
    }

    private YamlProblem? AddScalar(in YamlEvent read)
    {
        var (value, contentStart) = (read.Value!, read.ContentStart);
        if (read.Properties.Tag == Core + "binary")
        {
            if (Decode(value) is not { } decoded)
            {
                return new YamlProblem(InputRules.SyntaxError, TextRange.FromBounds(read.Start, read.End), "the YAML is not well-formed: what stands behind '!!binary' is no base64");
            }

            (value, contentStart) = (decoded, -1);
        }

        var node = new DataScalar(TextRange.FromBounds(read.Start, read.End), value, IsResolved(read), contentStart);
        KeepTag(node, read.Properties.Tag);
        Keep(read.Properties.Anchor, new Anchored(node, 1, ++_serial));
        Attach(node, 1, IsMergeKey(read));
        return null;
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

        Attach(new DataAlias(range, anchored.Node), anchored.Size, isMergeKey: false);
        return null;
    }

    private YamlProblem? Close(in YamlEvent end)
    {
        var open = _open.Pop();
        var range = TextRange.FromBounds(open.Start, Math.Max(open.Start, open.IsFlow ? end.End : open.LastEnd));
        var node = _open.ToNode(open, range, text);
        KeepTag(node, open.Tag);

        // Something in it may have taken the same name, and then that is what the name means (YAML 1.2.2, 3.2.2.2).
        if (open.Anchor is not null && _anchors![open.Anchor].Serial == open.Serial)
        {
            Keep(open.Anchor, new Anchored(node, open.Size, open.Serial));
        }

        Attach(node, open.Size, isMergeKey: false);
        return _open.MergedEntries <= DescriptorLimits.AliasedNodes || _open.MergedEntries == _mergedBefore
            ? null
            : new YamlProblem(InputRules.AliasesExplode, range, $"merge keys bring more than {DescriptorLimits.AliasedNodes} entries into the file, so the document is not judged");
    }

    private void Attach(DataNode node, long size, bool isMergeKey)
    {
        if (_open.Count == 0)
        {
            _document = node;
        }
        else
        {
            _open.Add(node, size, isMergeKey);
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
        ? tag is Core + "bool" or Core + "int" or Core + "null" or Core + "float"
        : scalar.Style == YamlStyle.Plain;

    /// <summary>Whether a key merges (goyaml.v2, decode.go, isMerge): as a plain word, behind the non-specific tag in any quotes, or by its tag.</summary>
    private static bool IsMergeKey(in YamlEvent key) => key.Value == "<<" && key.Properties.Tag switch
    {
        null => key.Style == YamlStyle.Plain,
        var tag => tag is "!" or Core + "merge",
    };

    /// <summary>What base64 stands for: decoders put its bytes where the text stood, so a field or a value may hide in it (goyaml.v2, decode.go).</summary>
    private static string? Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void KeepTag(DataNode node, string? tag)
    {
        if (tag is YamlStream.ResetTag or YamlStream.OverrideTag)
        {
            (_tags ??= []).Add(node, tag);
        }
    }

    /// <summary>An anchored node, null while it is open, and how many nodes it stands for.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Size">How many nodes it stands for.</param>
    /// <param name="Serial">Tells it from others of the same name.</param>
    private readonly record struct Anchored(DataNode? Node, long Size, int Serial);
}
