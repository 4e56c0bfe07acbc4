using IsolationModel.Findings;

namespace IsolationModel.Rules;

/// <summary>The registry of rules: one line a rule, in the order of ids. Ids are never reused.</summary>
public static class RuleSet
{
    /// <summary>The rules that look at workloads.</summary>
    public static IReadOnlyList<WorkloadRule> WorkloadRules { get; } =
    [
        new RuntimeFailsNeed(),
        new TechnologyIsForbidden(),
        new RuntimeCannotServeWorkload(),
        new PodIsRefused(),
        new RuntimeSelectionConflicts(),
        new PlacementIsNotSelection(),
        new RuntimeIsNotPublished(),
        new UnknownNeed(),
        new WeakerLevelHasNoEffect(),
        new NeedNotShown(),
        new RuntimeUndetermined(),
        new PodSecurityNotShown(),
        new DescriptionIsIncomplete(),
        new BoundaryWeakenedBelowNeed(),
        new PodSecurityControlViolated(),
        new SettingHasNoEffect(),
        new CapabilityIsMisspelt(),
        new DescriptorHasNoNeed(),
    ];

    /// <summary>The rules that look at parts of workloads which nobody can put together.</summary>
    internal static IReadOnlyList<WorkloadRule> FragmentRules { get; } =
    [
        new PatchWeakensWorkload(),
        new TemplateWeakensWorkload(),
        new OverlayWeakensWorkload(),
        new DescriptionIsIncomplete(),
        new UnrenderedWorkloads(),
    ];

    /// <summary>Every rule, sorted by id.</summary>
    public static IReadOnlyList<RuleDescriptor> All => Sorted.Rules;

    /// <summary>Put together by whoever asks first: to judge, nobody needs the rules that are descriptors only.</summary>
    private static class Sorted
    {
        public static IReadOnlyList<RuleDescriptor> Rules { get; } = ModelRules.All
            .Concat(SettingsRules.All)
            .Concat(WorkloadRules.Select(rule => rule.Descriptor))
            .Concat(SuppressionRules.All)
            .Concat(FragmentRules.Select(rule => rule.Descriptor))
            .Concat(UsageRules.All)
            .Concat(InputRules.All)
            .Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToArray();
    }
}
