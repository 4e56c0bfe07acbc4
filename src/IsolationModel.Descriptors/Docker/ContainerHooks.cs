using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Commands that run in a container after it started or before it stops. A privileged one has every capability and no AppArmor profile, whatever
/// the service has; the devices stay those of the container (moby daemon/exec_linux.go).
/// </summary>
internal static class ContainerHooks
{
    private static readonly string[] Fields = ["post_start", "pre_start", "pre_stop"];

    /// <summary>Reads them: each privileged one as a container of its own.</summary>
    public static IEnumerable<WorkloadContainer> Read(ContainerFacts facts)
    {
        foreach (var field in Fields)
        {
            var hooks = facts[field];
            for (var i = 0; i < hooks.Count; i++)
            {
                var privileged = hooks.At(i)["privileged"];
                if (privileged.Exists && !privileged.IsNull && ComposeBoolean.Of(privileged) != false)
                {
                    yield return new WorkloadContainer($"a {field} hook", Facts(facts, field, privileged));
                }
            }
        }
    }

    private static List<SettingFact> Facts(ContainerFacts facts, string field, DataCursor privileged)
    {
        var own = facts.Facts.FindAll(static fact => fact.SettingId is not ("addedCapabilities" or "droppedCapabilities" or "appArmor"));
        var shown = $"{field}: privileged: true";
        if (ComposeBoolean.Of(privileged) == true)
        {
            var mend = ValueEdit.Replace(privileged, "false");
            own.Add(SettingFact.List("addedCapabilities", [new SettingItem("ALL", privileged.Range) { Shown = shown, Mend = mend }], privileged.Range) with { Shown = shown });
            own.Add(SettingFact.Choice("appArmor", "Unconfined", privileged.Range) with { Shown = shown, Mend = mend });
        }
        else
        {
            own.Add(SettingFact.Open("addedCapabilities", ContainerFacts.Unset(privileged), privileged.Range) with { Shown = shown });
            own.Add(SettingFact.Open("appArmor", ContainerFacts.Unset(privileged), privileged.Range) with { Shown = shown });
        }

        return own;
    }
}
