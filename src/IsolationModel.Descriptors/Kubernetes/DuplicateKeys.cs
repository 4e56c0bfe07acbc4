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
        if (entries.Count <= SmallMapping)
        {
            for (var last = entries.Count - 1; last > 0; last--)
            {
                if (IsWritten(entries[last]) && HasBefore(entries, last) && !HasBehind(entries, last))
                {
                    Report(entries, last, file);
                }
            }

            return;
        }

        var lasts = new Dictionary<string, (int Index, bool IsRepeated)>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (IsWritten(entries[i]))
            {
                lasts[entries[i].Key.Value] = (i, lasts.ContainsKey(entries[i].Key.Value));
            }
        }

        foreach (var last in lasts.Values)
        {
            if (last.IsRepeated)
            {
                Report(entries, last.Index, file);
            }
        }
    }

    private static void Report(IReadOnlyList<DataEntry> entries, int last, DescriptorFileBuilder file)
    {
        var key = entries[last].Key;
        var earlier = Enumerable.Range(0, last)
            .Where(i => AreSame(entries[i], entries[last]))
            .Take(EarlierPlaces)
            .Select(i => RelatedLocation.At(file.Path, file.Lines, entries[i].Key.Range, $"'{key.Value}' stands here, too, without effect"));
        file.Report(
            InputRules.DuplicateKey,
            key.Range,
            $"key '{key.Value}' stands more than once in this mapping; kubectl takes this last one, and others refuse the file; remove those that do not count",
            earlier);
    }

    private static bool HasBefore(IReadOnlyList<DataEntry> entries, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (AreSame(entries[i], entries[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBehind(IReadOnlyList<DataEntry> entries, int at)
    {
        for (var i = at + 1; i < entries.Count; i++)
        {
            if (AreSame(entries[i], entries[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreSame(DataEntry left, DataEntry right) =>
        string.Equals(left.Key.Value, right.Key.Value, StringComparison.Ordinal) && IsWritten(left);

    /// <summary>What a merge brings may be overridden; and nobody knows which keys two placeholders become.</summary>
    private static bool IsWritten(DataEntry entry) => !entry.IsMerged && !entry.Key.IsUnresolved && !Placeholder.IsIn(entry.Key.Value);
}
