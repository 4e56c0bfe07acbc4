using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A capability is added or dropped under a name that not everything understands that reads it.</summary>
internal sealed class CapabilityIsMisspelt : WorkloadRule
{
    private const string Prefix = "CAP_";
    private const string All = "ALL";

    private static readonly (string Setting, string Field)[] Lists = [("addedCapabilities", "capabilities.add"), ("droppedCapabilities", "capabilities.drop")];

    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2004",
        "CapabilityIsMisspelt",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Capability is misspelt",
        "A capability is added or dropped with the prefix CAP_, in another case, or under a name that the kernel does not have, so that engines and policies take it differently.") { HasFix = true };

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (!workload.Needs.BindTechnology)
        {
            yield break;
        }

        foreach (var container in workload.Workload.Containers)
        {
            foreach (var (setting, field) in Lists)
            {
                var words = workload.Model.Setting(setting)?.Words ?? default;
                var list = container.Find(setting);
                foreach (var item in words.Count == 0 ? [] : list?.Items ?? [])
                {
                    if (Problem(item, words) is { } problem)
                    {
                        yield return Found(workload, item, problem, setting == Lists[0].Setting, $"{list!.Shown ?? field} of {Argument.Holder(workload, container.Name)}");
                    }
                }
            }
        }
    }

    private Finding Found(WorkloadAssessment workload, SettingItem item, (string Why, string? Name, bool IsGuessed) problem, bool isAdded, string place)
    {
        var (text, range) = item.Written ?? (item.Value, item.Range);
        var advice = problem.Name is null ? "remove it" : $"write {problem.Name}";
        var finding = Finding.At(
            Descriptor, Descriptor.DefaultSeverity, workload.File.Path, workload.File.Lines, item.Range, $"'{text}' in {place} {problem.Why}; {advice}") with
        {
            Workload = workload.Workload.DisplayName,
        };

        // Only what stands in the text character by character can be replaced by the bare word. And what no engine understands gives nothing so far, so
        // that guessing the name would hand out what nobody was given.
        return problem.Name is { } name && !(isAdded && problem.IsGuessed) && range.Length == text.Length
            ? finding.WithFix($"Change to '{name}'", [new TextEdit(range, name)], workload.File)
            : finding;
    }

    /// <summary>What is wrong with a name, and the right one, which may be a guess; null for a right one.</summary>
    private static (string Why, string? Name, bool IsGuessed)? Problem(SettingItem item, EquatableArray<string> words)
    {
        var text = item.Written?.Text ?? item.Value;
        if (IsName(text, words))
        {
            return null;
        }

        var hasPrefix = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
        var name = (hasPrefix ? text.Substring(Prefix.Length) : text).ToUpperInvariant();
        if (!IsName(name, words))
        {
            return ("names no capability of Linux", NearestName.Of(name, words), true);
        }

        return hasPrefix
            ? ("has the prefix CAP_, which some engines add once more, so that they find no such capability, while others take it off; the Pod Security Standards compare the name as it stands", name, false)
            : ("is not in upper case: engines take it for the capability, but the Pod Security Standards compare the name as it stands", name, false);
    }

    private static bool IsName(string text, EquatableArray<string> words) => string.Equals(text, All, StringComparison.Ordinal) || words.Contains(text);
}
