using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>Every range lies in its text and is ordered, and every place of a finding is the line and column of its range, counted from 1.</summary>
internal static class Ranges
{
    /// <summary>A large file says no more than the first many objects of it.</summary>
    private const int MostObjects = 50_000;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>Checks a range.</summary>
    public static void Check(TextRange range, int length, string what) => OracleException.Demand(
        range.Start >= 0 && range.Length >= 0 && range.End <= length,
        "ranges",
        $"{what} is outside of its text",
        () => $"{range} in a text of {length} characters");

    /// <summary>Checks every node of a tree; nested ranges are within their parents', unless an alias or a merge key leads elsewhere.</summary>
    public static void CheckTree(DataNode root, int length)
    {
        var open = new Stack<DataNode>([root]);
        var seen = new HashSet<DataNode>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var node) && seen.Count < MostObjects)
        {
            if (!seen.Add(node))
            {
                continue;
            }

            Check(node.Range, length, node.GetType().Name);
            switch (node)
            {
                case DataMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        open.Push(entry.Key);
                        open.Push(entry.Value);
                    }

                    break;
                case DataSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        open.Push(item);
                    }

                    break;
                case DataScalar { ContentStart: >= 0 } scalar:
                    Check(new TextRange(scalar.ContentStart, scalar.Value.Length), length, "content of a scalar");
                    break;
                case DataAlias alias:
                    open.Push(alias.Target);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Checks every range in what was read of one file, whatever holds it.</summary>
    public static void CheckAll(DescriptorFile file, string text)
    {
        var open = new Stack<object>([file]);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var item) && seen.Count < MostObjects)
        {
            if (!item.GetType().IsValueType && !seen.Add(item))
            {
                continue;
            }

            if (item is not string and IEnumerable items)
            {
                foreach (var one in items)
                {
                    Visit(one, item.GetType());
                }

                continue;
            }

            foreach (var property in PropertiesOf(item.GetType()))
            {
                Visit(property.GetValue(item), item.GetType());
            }
        }

        void Visit(object? value, Type owner)
        {
            if (value is TextRange range)
            {
                Check(range, text.Length, $"a range of {owner.Name}");
            }
            else if (value is not null && IsWalked(value.GetType()))
            {
                open.Push(value);
            }
        }
    }

    /// <summary>Checks findings by the texts of their files.</summary>
    public static void Check(IEnumerable<Finding> findings, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var finding in findings)
        {
            if (texts.TryGetValue(finding.File, out var text))
            {
                Check(finding.Range, text.Length, $"a finding of {finding.Rule.Id}");
                CheckPlace(finding, new LineMap(text));
                foreach (var edit in finding.Edits)
                {
                    Check(edit.Range, text.Length, $"an edit of {finding.Rule.Id}");
                }
            }
            else
            {
                OracleException.Demand(finding.File.Length == 0, "ranges", $"a finding of {finding.Rule.Id} is in no file of the run", () => finding.File);
            }

            OracleException.Demand(finding.FixTitle is null == (finding.Edits.Count == 0), "fixes", $"{finding.Rule.Id} has a title or edits, not both", () => finding.Message);
            foreach (var related in finding.Related)
            {
                OracleException.Demand(related.Start.Line >= 1 && related.Start.Column >= 1, "ranges", $"a related place of {finding.Rule.Id} is not counted from 1", () => $"{related}");
            }
        }
    }

    private static void CheckPlace(Finding finding, LineMap lines)
    {
        var (start, end) = (lines.GetPosition(finding.Range.Start), lines.GetPosition(finding.Range.End));
        OracleException.Demand(
            finding.Start == start && finding.End == end,
            "ranges",
            $"the lines of {finding.Rule.Id} are not those of its range",
            () => $"{finding.Range}: {finding.Start} to {finding.End}, expected {start} to {end}");
    }

    private static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.GetIndexParameters().Length == 0 && (property.PropertyType == typeof(TextRange) || IsWalked(property.PropertyType)))]);

    private static bool IsWalked(Type type) =>
        type != typeof(string)
        && !typeof(LineMap).IsAssignableFrom(type)
        && type != typeof(RuleDescriptor)
        && (typeof(IEnumerable).IsAssignableFrom(type) || type.IsInterface || (type.Namespace?.StartsWith("IsolationModel", StringComparison.Ordinal) == true && !type.IsEnum));
}
