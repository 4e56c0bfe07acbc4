using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A template, or the values of one, holds a setting that weakens whatever else is filled in.</summary>
internal sealed class TemplateWeakensWorkload : FragmentRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2006",
        "TemplateWeakensWorkload",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Template weakens its workloads below a declared need",
        "A line of a template that no condition surrounds, or a value that templates conventionally use, leaves less of the boundary than a need of the run requires.");

    protected override bool Takes(FragmentKind kind) => kind is FragmentKind.Template or FragmentKind.Values;

    protected override string Advice(WorkloadFragment fragment) => fragment.Kind == FragmentKind.Values
        ? ", if the chart uses the value as its name says; render it (helm template) and check the output"
        : "; remove it, or render the chart (helm template) and check the output";
}
