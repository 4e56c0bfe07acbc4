using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// Capabilities that a container adds and drops. Case and the prefix CAP_ are free. What is added stays, whatever is dropped, except that single
/// ones are taken from ALL (moby daemon/pkg/oci/caps, TweakCapabilities).
/// </summary>
internal static class ContainerCapabilities
{
    private const string Prefix = "CAP_";
    private const string All = "ALL";

    public static void Read(ContainerFacts facts)
    {
        var added = Items(facts, "cap_add", out var isAddedPartial);
        var dropped = Items(facts, "cap_drop", out var isDroppedPartial);
        var addsAll = added.Exists(static item => item.Value == All);
        if (addsAll && dropped.Find(static item => item.Value == All) is { } noEffect)
        {
            facts.AddFlaw(FlawKind.NoEffect, $"'{noEffect.Shown}'", $"{facts.Show("cap_add")} has ALL, and Docker then drops single capabilities only; remove ALL there", noEffect.Range);
        }

        // In the model dropping wins, as in Kubernetes, so that what has no effect is left out.
        dropped.RemoveAll(item => addsAll ? item.Value == All : added.Exists(other => other.Value == item.Value));
        facts.AddList("addedCapabilities", facts.Show("cap_add"), added, facts["cap_add"].Range, isAddedPartial);
        facts.AddList("droppedCapabilities", facts.Show("cap_drop"), dropped, facts["cap_drop"].Range, isDroppedPartial);
    }

    /// <summary>A capability as the model has it.</summary>
    public static string Name(string word)
    {
        var upper = word.Trim().ToUpperInvariant();
        return upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper.Substring(Prefix.Length) : upper;
    }

    private static List<SettingItem> Items(ContainerFacts facts, string field, out bool isPartial)
    {
        var list = facts[field];
        var items = new List<SettingItem>(list.Count);
        isPartial = list.IsUnresolved || (list.Exists && list.Node is not DataSequence);
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i);
            if (item.Text is { } word && !item.IsUnresolved)
            {
                items.Add(new SettingItem(Name(word), item.Range) { Shown = facts.Show(field, word), Mend = field == "cap_add" ? ValueEdit.Remove(list, i, facts.Text) : null });
            }
            else
            {
                isPartial |= !item.IsNull;
            }
        }

        return items;
    }
}
