using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>A patch that is not applied here takes away the runtime, or adds a setting that weakens.</summary>
internal sealed class PatchWeakensWorkload : FragmentRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "ISM2005",
        "PatchWeakensWorkload",
        RuleCategory.Weakening,
        FindingSeverity.Warning,
        "Patch weakens a workload below a declared need",
        "A patch, or code that changes an object it did not make, removes or changes the runtime, or adds a setting that leaves less of the boundary than a need requires, and the result cannot be rendered from the files.");

    protected override bool Takes(FragmentKind kind) => kind is FragmentKind.Patch or FragmentKind.Code;

    protected override string Advice(WorkloadFragment fragment) => fragment.Kind == FragmentKind.Code
        ? "; remove it, or pick a runtime that withstands it in the same place"
        : "; remove it from the patch, or render the kustomization (kustomize build) and check the output";
}
