using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>What a workload says about its runtime contradicts itself or its RuntimeClass, so that it is refused and never runs as declared.</summary>
internal sealed class RuntimeSelectionConflicts : WorkloadRule
{
    private const string UntrustedHandler = "untrusted";
    private static readonly (string Setting, string Field)[] HostNamespaces = [("hostNetwork", "hostNetwork"), ("hostPid", "hostPID"), ("hostIpc", "hostIPC")];

    public override RuleDescriptor Descriptor { get; } = new(
        "ISM1005",
        "RuntimeSelectionConflicts",
        RuleCategory.Suitability,
        FindingSeverity.Warning,
        "Selection of the runtime contradicts itself",
        "The fields by which the workload selects its runtime contradict each other or the RuntimeClass, so the cluster refuses the pod.");

    public override IEnumerable<Finding> Evaluate(WorkloadAssessment workload)
    {
        if (workload.Needs.Needs.FirstOrDefault(need => need.BindsTechnology) is not { } need)
        {
            yield break;
        }

        foreach (var (range, text, related) in Conflicts(workload))
        {
            var finding = Find(workload, range, need, $"{workload.Workload.DisplayName} needs '{need.Token}', but {text}", Argument.Chain(workload, new NeedResult(need, [])));
            yield return finding with { Alternatives = default, Related = finding.Related.Concat(related).Distinct().ToEquatableArray() };
        }
    }

    private static IEnumerable<(TextRange Range, string Text, IEnumerable<RelatedLocation> Related)> Conflicts(WorkloadAssessment workload)
    {
        var reference = workload.Workload.Runtime;
        if (reference.State == RuntimeReferenceState.Empty)
        {
            yield return (reference.Range, $"its {reference.Field} is empty: the API server refuses the pod, since an empty text names no class, and wherever it got through the default would run it; name a class, or remove the field", []);
        }

        if (reference.UntrustedRange is { } untrusted)
        {
            if (Untrusted(workload) is { } why)
            {
                yield return (untrusted, why, []);
            }
        }

        foreach (var conflict in Selectors(workload).Concat(Overheads(workload)))
        {
            yield return conflict;
        }
    }

    /// <summary>containerd checks the annotation against the handler and against the namespaces of the host (containerd cri sandbox_run.go, config.go).</summary>
    private static string? Untrusted(WorkloadAssessment workload)
    {
        var reference = workload.Workload.Runtime;
        if (reference is { State: RuntimeReferenceState.Named, NameKind: RuntimeNameKind.RuntimeClass })
        {
            var handlers = workload.Runtime.Classes.Select(entry => entry.Class.Handler).Distinct(StringComparer.Ordinal).ToList();
            var handler = handlers.Count == 1 ? handlers[0] : null;
            // Without the object, a class of this very name is taken to have the handler of this name.
            if ((handler ?? reference.Name) != UntrustedHandler)
            {
                var selected = handler is null ? $"RuntimeClass '{reference.Name}'" : $"RuntimeClass '{reference.Name}' with handler '{handler}'";
                return $"the annotation for untrusted workloads stands beside {selected}: containerd refuses the pod, since it takes the annotation with no other handler than '{UntrustedHandler}'; remove the annotation or the class";
            }
        }

        foreach (var (setting, field) in HostNamespaces)
        {
            if (workload.Workload.Containers.Any(container => container.Find(setting)?.Value == "true"))
            {
                return $"the annotation for untrusted workloads stands beside {field}: containerd refuses the pod, since an untrusted workload gets no namespace of the host; remove {field}";
            }
        }

        return null;
    }

    /// <summary>The RuntimeClass admission merges both selectors and refuses the pod where a key has two values (kubernetes plugin/pkg/admission/runtimeclass).</summary>
    private static IEnumerable<(TextRange Range, string Text, IEnumerable<RelatedLocation> Related)> Selectors(WorkloadAssessment workload)
    {
        var classes = workload.Runtime.Classes.Select(entry => (entry.File, Values: ByKey(entry.Class.NodeSelector))).ToList();
        foreach (var own in workload.Workload.Placement.NodeSelector)
        {
            var others = classes.ConvertAll(entry => (entry.File, Value: entry.Values.TryGetValue(own.Key, out var value) ? value : null));
            if (others.Count > 0 && others.All(other => other.Value is not null && !string.Equals(other.Value.Value, own.Value, StringComparison.Ordinal)))
            {
                yield return (
                    own.Range,
                    $"its node selector '{own.Key}: {own.Value}' contradicts RuntimeClass '{workload.Workload.Runtime.Name}', which schedules on '{own.Key}: {others[0].Value!.Value}': the API server refuses the pod; remove the node selector, or name another class",
                    others.Select(other => RelatedLocation.At(other.File.Path, other.File.Lines, other.Value!.Range, $"'{own.Key}: {other.Value.Value}' stands here")));
            }
        }
    }

    /// <summary>The same admission sets the overhead itself and refuses a pod that declares another one, or one without a class that has any.</summary>
    private static IEnumerable<(TextRange Range, string Text, IEnumerable<RelatedLocation> Related)> Overheads(WorkloadAssessment workload)
    {
        var own = workload.Workload.Placement.Overhead;
        if (own.Count == 0)
        {
            yield break;
        }

        var reference = workload.Workload.Runtime;
        if (reference.State == RuntimeReferenceState.Absent)
        {
            yield return (own[0].Range, "it declares an overhead without a class that has one: the API server refuses the pod; remove the overhead", []);
        }
        else if (workload.Runtime.Classes.Count > 0 && workload.Runtime.Classes.All(entry => Differs(own, entry.Class.Overhead)))
        {
            var (file, other) = workload.Runtime.Classes[0];
            var text = other.Overhead.Count == 0 ? "which has none" : $"which has {Describe(other.Overhead)}";
            yield return (
                own[0].Range,
                $"it declares the overhead {Describe(own)} beside RuntimeClass '{reference.Name}', {text}: the API server refuses the pod; remove the overhead, which the class sets by itself",
                other.Overhead.Take(1).Select(value => RelatedLocation.At(file.Path, file.Lines, value.Range, "the overhead of the class stands here")));
        }
    }

    private static bool Differs(IReadOnlyList<PlacedValue> own, IReadOnlyList<PlacedValue> other)
    {
        var values = ByKey(other);
        return own.Count != values.Count || own.Any(value => !values.TryGetValue(value.Key, out var same) || !ResourceQuantity.AreSame(value.Value, same.Value));
    }

    private static Dictionary<string, PlacedValue> ByKey(IReadOnlyList<PlacedValue> values)
    {
        var byKey = new Dictionary<string, PlacedValue>(values.Count, StringComparer.Ordinal);
        foreach (var value in values)
        {
            byKey[value.Key] = value;
        }

        return byKey;
    }

    private static string Describe(IEnumerable<PlacedValue> values) => $"'{string.Join(", ", values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}: {value.Value}"))}'";
}
