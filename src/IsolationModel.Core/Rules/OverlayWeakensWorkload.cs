using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A Compose file that is loaded only where somebody names it takes away the runtime, or adds a setting that weakens.</summary>
internal sealed class OverlayWeakensWorkload : FragmentRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2010",
        "OverlayWeakensWorkload",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Compose overlay weakens a service below a declared need",
        "A Compose file that changes services of another one, and that nobody loads by default, changes the runtime or adds a setting that leaves less of the boundary than a need requires.");

    protected override bool Takes(FragmentKind kind) => kind == FragmentKind.Overlay;

    protected override string Advice(WorkloadFragment fragment) => "; remove it, or check the project with the overlay (isolation check --compose)";
}
