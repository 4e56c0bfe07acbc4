using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Toml;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Json;
using IsolationModel.Text;

namespace IsolationModel.Fuzzing.Mutation;

/// <summary>The places of a text that mean something, as far as it can be read: what a mutation of its structure works on.</summary>
/// <param name="Scalars">Scalars, keys among them.</param>
/// <param name="Values">Values of mappings and items of lists, of any size.</param>
/// <param name="Entries">Keys with their values.</param>
internal sealed record TextNodes(IReadOnlyList<TextRange> Scalars, IReadOnlyList<TextRange> Values, IReadOnlyList<TextRange> Entries)
{
    private const int Most = 5000;

    /// <summary>Reads them.</summary>
    public static TextNodes Of(string path, string text)
    {
        var (scalars, values, entries) = (new List<TextRange>(), new List<TextRange>(), new List<TextRange>());
        var open = new Stack<DataNode>(Roots(path, text));
        var seen = new HashSet<DataNode>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var node) && seen.Count < Most)
        {
            if (!seen.Add(node))
            {
                continue;
            }

            switch (node)
            {
                case DataMapping mapping:
                    foreach (var (key, value, isMerged) in mapping.Entries)
                    {
                        if (!isMerged)
                        {
                            scalars.Add(key.Range);
                            Take(value);
                            if (value.Range.Start >= key.Range.End)
                            {
                                entries.Add(TextRange.FromBounds(key.Range.Start, value.Range.End));
                            }
                        }
                    }

                    break;
                case DataSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        Take(item);
                    }

                    break;
                case DataScalar scalar:
                    scalars.Add(scalar.Range);
                    break;
                default:
                    break;
            }
        }

        return new TextNodes(Inside(scalars), Inside(values), Inside(entries));

        void Take(DataNode value)
        {
            values.Add(value.Range);
            open.Push(value);
        }

        List<TextRange> Inside(List<TextRange> ranges) => ranges.FindAll(range => range.Start >= 0 && range.Length >= 0 && range.End <= text.Length);
    }

    private static IEnumerable<DataNode> Roots(string path, string text)
    {
        if (DescriptorPatterns.IsToml(path))
        {
            return TomlReader.Read(text, CancellationToken.None).Root is { } table ? [table] : [];
        }

        return path.EndsWith(".json", StringComparison.Ordinal) && JsonReader.Read(text).Root is { } json ? [json] : YamlTreeReader.Read(text, CancellationToken.None).Documents;
    }
}
