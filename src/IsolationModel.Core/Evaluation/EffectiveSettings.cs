using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What settings of one container make of each other before they act on a boundary.</summary>
internal static class EffectiveSettings
{
    public const string Privileged = "privileged";
    public const string Added = "addedCapabilities";
    public const string Dropped = "droppedCapabilities";
    public const string Escalation = "allowPrivilegeEscalation";
    public const string All = "ALL";
    public const string SysAdmin = "SYS_ADMIN";

    /// <summary>The container with the settings that are left; the same one where they do not touch each other.</summary>
    public static WorkloadContainer Of(ModelIndex model, WorkloadContainer container)
    {
        var added = container.Find(Added);
        if (added is { Items.Count: > 0 } && container.Find(Dropped) is { Items.Count: > 0 } dropped && Left(model, added, dropped) is { } left)
        {
            added = left;
            container = With(container, left);
        }

        return container.Find(Escalation) is { Value: "false" } && ForcedBy(container, added) is { } forced ? With(container, forced) : container;
    }

    /// <summary>
    /// What is added once everything is applied: ALL is added and then dropped, and after that single capabilities are added and then dropped,
    /// whatever the order in the file (containerd internal/cri/opts/spec_opts.go). Null where dropping takes nothing from what is added.
    /// </summary>
    private static SettingFact? Left(ModelIndex model, SettingFact added, SettingFact dropped)
    {
        var dropsAll = Contains(dropped, All);
        var isTouched = false;
        foreach (var item in added.Items)
        {
            isTouched |= IsAll(item) || Contains(dropped, item.Value);
        }

        if (!isTouched)
        {
            return null;
        }

        var left = new List<SettingItem>();
        foreach (var item in added.Items)
        {
            if (!IsAll(item))
            {
                AddUnlessDropped(left, item, dropped);
            }
            else if (!dropsAll)
            {
                AddAll(model, left, item, dropped);
            }
        }

        return SettingFact.List(Added, left, added.Range, added.IsUnresolved);
    }

    /// <summary>ALL stays one word as long as nothing known is taken from it.</summary>
    private static void AddAll(ModelIndex model, List<SettingItem> left, SettingItem all, SettingFact dropped)
    {
        var words = model.Setting(Added)?.Words ?? default;
        var isWhole = true;
        foreach (var word in words)
        {
            isWhole &= !Contains(dropped, word);
        }

        if (isWhole)
        {
            left.Add(all);
            return;
        }

        foreach (var word in words)
        {
            AddUnlessDropped(left, new SettingItem(word, all.Range), dropped);
        }
    }

    private static void AddUnlessDropped(List<SettingItem> left, SettingItem item, SettingFact dropped)
    {
        if (!Contains(dropped, item.Value))
        {
            left.Add(item);
        }
    }

    /// <summary>Escalation cannot be forbidden to what is privileged or has SYS_ADMIN (Kubernetes API, core/v1 SecurityContext).</summary>
    private static SettingFact? ForcedBy(WorkloadContainer container, SettingFact? added)
    {
        if (container.Find(Privileged) is { } privileged && (privileged.IsUnresolved || privileged.Value == "true"))
        {
            return privileged.IsUnresolved ? SettingFact.Unresolved(Escalation, privileged.Range) : SettingFact.Flag(Escalation, true, privileged.Range);
        }

        foreach (var item in added?.Items ?? [])
        {
            if (IsAll(item) || string.Equals(item.Value, SysAdmin, StringComparison.Ordinal))
            {
                return SettingFact.Flag(Escalation, true, item.Range);
            }
        }

        return null;
    }

    private static bool IsAll(SettingItem item) => string.Equals(item.Value, All, StringComparison.Ordinal);

    private static bool Contains(SettingFact list, string word)
    {
        foreach (var item in list.Items)
        {
            if (string.Equals(item.Value, word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static WorkloadContainer With(WorkloadContainer container, SettingFact fact)
    {
        var facts = new List<SettingFact>(container.Settings.Count);
        foreach (var other in container.Settings)
        {
            facts.Add(string.Equals(other.SettingId, fact.SettingId, StringComparison.Ordinal) ? fact : other);
        }

        return container with { Settings = facts };
    }
}
