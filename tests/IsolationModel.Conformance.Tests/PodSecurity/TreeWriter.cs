using System.Text;
using System.Text.Json;
using IsolationModel.Data;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Writes a document in another way that means the same.</summary>
/// <param name="random">What picks the order of keys, the comments and the styles.</param>
internal sealed class TreeWriter(Random random)
{
    /// <summary>What anchors stand for; null where none are written.</summary>
    private List<string>? _anchors;

    /// <summary>As JSON.</summary>
    public string Json(DataNode node) => node switch
    {
        DataMapping mapping => "{" + string.Join(',', Shuffle(mapping).Select(entry => JsonSerializer.Serialize(entry.Key.Value) + ": " + Json(entry.Value))) + "}",
        DataSequence sequence => "[\n" + string.Join(",\n", sequence.Items.Select(Json)) + "]",
        DataScalar scalar => Json(scalar),
        _ => throw new InvalidOperationException($"{node.GetType()} has no place in a sample."),
    };

    /// <summary>As YAML in blocks and flows, with comments.</summary>
    public string Yaml(DataNode node)
    {
        var text = new StringBuilder();
        Block(text, (DataMapping)node, string.Empty);
        return text.ToString();
    }

    /// <summary>As YAML in which some mappings and lists stand at the top, in a field that no API knows, and aliases in their places.</summary>
    public string Anchored(DataNode node)
    {
        _anchors = [];
        var text = Yaml(node);
        var head = new StringBuilder("x-shared:\n");
        for (var i = 0; i < _anchors.Count; i++)
        {
            head.Append("- &a").Append(i).Append(' ').Append(_anchors[i]).Append('\n');
        }

        var any = _anchors.Count > 0;
        _anchors = null;
        return any ? head.ToString() + text : text;
    }

    private static string Json(DataScalar scalar) =>
        scalar.IsNull ? "null"
        : scalar.AsBoolean() is { } flag ? (flag ? "true" : "false")
        : scalar.AsInteger() is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : JsonSerializer.Serialize(scalar.Value);

    private void Block(StringBuilder text, DataMapping mapping, string indent)
    {
        foreach (var (key, value, _) in Shuffle(mapping))
        {
            if (random.Next(4) == 0)
            {
                text.Append(indent).Append("# privileged: true\n");
            }

            text.Append(indent).Append(random.Next(3) == 0 ? JsonSerializer.Serialize(key.Value) : key.Value).Append(':');
            switch (value)
            {
                case DataMapping { Entries.Count: > 0 } inner when random.Next(3) > 0:
                    text.Append(" # hostPID: true\n");
                    Block(text, inner, indent + "  ");
                    break;
                case DataSequence { Items.Count: > 0 } items when random.Next(3) > 0:
                    text.Append('\n');
                    foreach (var item in items.Items)
                    {
                        text.Append(indent).Append("- ").Append(Flow(item)).Append('\n');
                    }

                    break;
                case DataMapping or DataSequence when _anchors is not null && random.Next(2) == 0:
                    text.Append(" *a").Append(_anchors.Count).Append('\n');
                    _anchors.Add(Flow(value));
                    break;
                default:
                    text.Append(' ').Append(Flow(value)).Append(random.Next(5) == 0 ? " # why not\n" : "\n");
                    break;
            }
        }
    }

    private string Flow(DataNode node) => node switch
    {
        DataScalar scalar => scalar.IsPlain && !scalar.IsNull && random.Next(2) == 0 && scalar.Value.All(char.IsLetterOrDigit) ? scalar.Value : Json(scalar),
        _ => Json(node).Replace("\n", string.Empty, StringComparison.Ordinal),
    };

    private List<DataEntry> Shuffle(DataMapping mapping) => mapping.Entries.OrderBy(_ => random.Next()).ToList();
}
