using System.Text;
using IsolationModel.Findings;

namespace IsolationModel.Baselines;

/// <summary>
/// The findings that a team has when it starts: they are hidden from then on, so that only new ones are told. Mistakes in models (ISM0xxx) are
/// never among them, because a model with mistakes gives no sound judgement.
/// </summary>
public sealed class Baseline
{
    /// <summary>The version of the format; it changes when an old reader would misread a new file.</summary>
    public const int SchemaVersion = 1;

    private static readonly string[] PositionWords = ["line ", "column "];

    internal Baseline(IReadOnlyList<BaselineEntry> entries) => Entries = entries;

    /// <summary>The entries, sorted, each once.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>Remembers the findings of a run.</summary>
    /// <param name="findings">The findings, in their order.</param>
    /// <param name="pathOf">A finding's path as it is seen from the baseline's folder, with <c>/</c>.</param>
    public static Baseline Of(IEnumerable<Finding> findings, Func<string, string> pathOf)
    {
        var entries = EntriesOf(findings, pathOf).Select(pair => pair.Entry).OfType<BaselineEntry>().ToList();
        entries.Sort(BaselineOrder.Instance);
        return new Baseline(entries);
    }

    /// <summary>Reads a baseline. Never throws for any text.</summary>
    public static BaselineReading Read(string text) => BaselineReader.Read(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Tells what is new, what is known, and what is gone.</summary>
    /// <param name="findings">The findings of a run, in their order.</param>
    /// <param name="pathOf">A finding's path as it is seen from the baseline's folder, with <c>/</c>.</param>
    public BaselineComparison Compare(IEnumerable<Finding> findings, Func<string, string> pathOf)
    {
        var open = new HashSet<BaselineEntry>(Entries);
        var (fresh, known) = (new List<Finding>(), new List<Finding>());
        foreach (var (finding, entry) in EntriesOf(findings, pathOf))
        {
            (entry is not null && open.Remove(entry) ? known : fresh).Add(finding);
        }

        return new BaselineComparison(fresh, known, Entries.Where(open.Contains).ToList());
    }

    /// <summary>The text of the baseline: JSON, an entry a line, <c>\n</c> as line end, the same for the same findings.</summary>
    public string ToJson()
    {
        var text = new StringBuilder("{\n  \"schemaVersion\": ").Append(SchemaVersion).Append(",\n  \"entries\": [");
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            text.Append(i == 0 ? "\n    { \"file\": " : ",\n    { \"file\": ");
            AppendString(text, entry.File);
            AppendMember(text, "rule", entry.RuleId);
            AppendMember(text, "workload", entry.Workload);
            AppendMember(text, "need", entry.Need);
            AppendMember(text, "control", entry.Control);
            AppendMember(text, "message", entry.Message);
            if (entry.Ordinal > 1)
            {
                text.Append(", \"ordinal\": ").Append(entry.Ordinal);
            }

            text.Append(" }");
        }

        return text.Append(Entries.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>What each finding of a run is known by, in their order; two findings never share it.</summary>
    /// <param name="findings">The findings, in their order.</param>
    /// <param name="pathOf">A finding's path as it shall be remembered.</param>
    public static IEnumerable<(Finding Finding, BaselineEntry Identity)> Identify(IEnumerable<Finding> findings, Func<string, string> pathOf) =>
        IdentifyEach(findings ?? throw new ArgumentNullException(nameof(findings)), pathOf ?? throw new ArgumentNullException(nameof(pathOf)));

    private static IEnumerable<(Finding Finding, BaselineEntry Identity)> IdentifyEach(IEnumerable<Finding> findings, Func<string, string> pathOf)
    {
        var counts = new Dictionary<BaselineEntry, int>();
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (!paths.TryGetValue(finding.File, out var path))
            {
                paths.Add(finding.File, path = finding.File.Length == 0 ? string.Empty : pathOf(finding.File));
            }

            var entry = new BaselineEntry(path, finding.Rule.Id, finding.Workload, finding.Need, finding.Control, WithoutPlaces(finding.Message), 1);
            counts[entry] = counts.TryGetValue(entry, out var count) ? count + 1 : 1;
            yield return (finding, entry with { Ordinal = counts[entry] });
        }
    }

    /// <summary>The entries of findings; mistakes in models have none.</summary>
    private static IEnumerable<(Finding Finding, BaselineEntry? Entry)> EntriesOf(IEnumerable<Finding> findings, Func<string, string> pathOf)
    {
        foreach (var (finding, identity) in IdentifyEach(findings, pathOf))
        {
            yield return (finding, finding.Rule.Category == RuleCategory.Model ? null : identity);
        }
    }

    /// <summary>A message without the numbers of lines and columns, which move.</summary>
    private static string WithoutPlaces(string message)
    {
        foreach (var word in PositionWords)
        {
            for (var at = message.IndexOf(word, StringComparison.Ordinal); at >= 0; at = message.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var start = at + word.Length;
                var end = start;
                while (end < message.Length && message[end] is >= '0' and <= '9')
                {
                    end++;
                }

                message = message.Remove(start, end - start);
            }
        }

        return message;
    }

    private static void AppendMember(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(", \"").Append(name).Append("\": ");
            AppendString(text, value);
        }
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' || IsLoneSurrogate(value, i))
            {
                text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }

    private static bool IsLoneSurrogate(string value, int at) =>
        (char.IsHighSurrogate(value[at]) && !(at + 1 < value.Length && char.IsLowSurrogate(value[at + 1])))
        || (char.IsLowSurrogate(value[at]) && !(at > 0 && char.IsHighSurrogate(value[at - 1])));
}
