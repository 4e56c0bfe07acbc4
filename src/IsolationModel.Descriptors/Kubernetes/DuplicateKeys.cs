using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Tells keys that stand twice in one mapping. kubectl 1.32 takes the last one in silence, so that is what is judged; kustomize refuses the file.
/// </summary>
internal static class DuplicateKeys
{
    /// <summary>Up to this size comparing all keys is cheaper than a table of them.</summary>
    private const int SmallMapping = 16;

    /// <summary>More earlier places than these help nobody.</summary>
    private const int EarlierPlaces = 8;

    /// <summary>Looks at every mapping of a document; what stands behind an alias is looked at where it was written.</summary>
    public static void Report(DataNode document, DescriptorFileBuilder file)
    {
        var open = new Stack<DataNode>();
        open.Push(document);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case DataMapping mapping:
                    ReportIn(mapping.Entries, file);
                    foreach (var entry in mapping.Entries)
                    {
                        PushIfNested(open, entry.Value);
                    }

                    break;
                case DataSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        PushIfNested(open, item);
                    }

                    break;
            }
        }
    }

    private static void PushIfNested(Stack<DataNode> open, DataNode node)
    {
        if (node is DataMapping or DataSequence)
        {
            open.Push(node);
        }
    }

    private static void ReportIn(IReadOnlyList<DataEntry> entries, DescriptorFileBuilder file)
    {
        if (entries.Count > SmallMapping)
        {
            ReportInLarge(entries, file);
            return;
        }

        for (var last = entries.Count - 1; last > 0; last--)
        {
            // Keys are compared before they are looked into: hardly any stands twice.
            if (FirstSame(entries, 0, last) < last && IsWritten(entries[last]) && FirstSame(entries, last + 1, last) == entries.Count)
            {
                Report(entries, Enumerable.Range(0, last + 1).Where(i => AreSame(entries[i], entries[last])).ToList(), file);
            }
        }
    }

    private static void ReportInLarge(IReadOnlyList<DataEntry> entries, DescriptorFileBuilder file)
    {
        var first = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        var repeated = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (!IsWritten(entries[i]))
            {
                continue;
            }

            if (!first.TryGetValue(entries[i].Key.Value, out var start))
            {
                first.Add(entries[i].Key.Value, i);
                continue;
            }

            if (!repeated.TryGetValue(start, out var places))
            {
                repeated.Add(start, places = [start]);
            }

            places.Add(i);
        }

        foreach (var places in repeated.Values)
        {
            Report(entries, places, file);
        }
    }

    /// <summary>Tells a key that stands at several places, at the last one.</summary>
    private static void Report(IReadOnlyList<DataEntry> entries, List<int> places, DescriptorFileBuilder file)
    {
        var key = entries[places[places.Count - 1]].Key;
        var earlier = places
            .Take(Math.Min(places.Count - 1, EarlierPlaces))
            .Select(i => RelatedLocation.At(file.Path, file.Lines, entries[i].Key.Range, $"'{key.Value}' stands here, too, without effect"));
        file.Report(
            InputRules.DuplicateKey,
            key.Range,
            $"key '{key.Value}' stands more than once in this mapping; kubectl takes this last one, and others refuse the file; remove those that do not count",
            earlier);
    }

    /// <summary>The first entry from a place on with the key of a certain one; the number of entries where there is none.</summary>
    private static int FirstSame(IReadOnlyList<DataEntry> entries, int from, int with)
    {
        while (from < entries.Count && !AreSame(entries[from], entries[with]))
        {
            from++;
        }

        return from;
    }

    private static bool AreSame(DataEntry left, DataEntry right) =>
        string.Equals(left.Key.Value, right.Key.Value, StringComparison.Ordinal) && IsWritten(left);

    /// <summary>What a merge brings may be overridden; and nobody knows which keys two placeholders become.</summary>
    private static bool IsWritten(DataEntry entry) => !entry.IsMerged && !entry.Key.IsUnresolved && !Placeholder.IsIn(entry.Key.Value);
}
