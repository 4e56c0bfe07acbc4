using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission.Checks;

/// <summary>All capabilities are dropped, and only one may come back (check_capabilities_restricted.go). "ALL" counts in upper case only.</summary>
internal sealed class CapabilitiesRestricted : PodSecurityCheck
{
    private const int RelaxedForWindows = 25;
    private static readonly string[] Allowed = ["NET_BIND_SERVICE"];

    public override PodSecurityControl Control { get; } =
        new("capabilities_restricted", PodSecurityLevel.Restricted, 22, "drop: [\"ALL\"], and add of NET_BIND_SERVICE at most");

    public override void Check(PodSecurityPod pod, PodSecurityReport report)
    {
        var windows = new PodSecurityRelaxation(pod.IsWindows, RelaxedForWindows);
        foreach (var container in pod.Containers)
        {
            var dropped = container.Context["capabilities"]["drop"];
            var dropsAll = DropsAll(dropped);
            if (dropsAll == Truth.False && Misspelt(dropped) is { } all)
            {
                report.Add(Control, all.Range, $"{container.Label} drops '{all.Text}', which is not ALL", Truth.True, windows, fix: PodSecurityFix.Replace(all, "ALL"));
                CapabilitiesBaseline.AddedBeyond(Control, report, container, windows, Allowed);
                continue;
            }

            report.Add(Control, Place(container, dropped), $"{container.Label} does not drop ALL capabilities", dropsAll.Not(), windows, isAbsence: !dropped.IsSet(), fix: dropped.IsSet() ? pod.Prepend(dropped, "ALL") : pod.Complete(container));
            CapabilitiesBaseline.AddedBeyond(Control, report, container, windows, Allowed);
        }
    }

    /// <summary>An item that engines take for ALL and the policy does not.</summary>
    private static DataCursor? Misspelt(DataCursor dropped)
    {
        for (var i = 0; i < dropped.Count; i++)
        {
            if (string.Equals(dropped.At(i).Text, "ALL", StringComparison.OrdinalIgnoreCase))
            {
                return dropped.At(i);
            }
        }

        return null;
    }

    private static Truth DropsAll(DataCursor dropped)
    {
        var dropsAll = dropped.IsUnresolved ? Truth.Unknown : Truth.False;
        for (var i = 0; i < dropped.Count; i++)
        {
            var isAll = dropped.At(i).IsOneOf("ALL");
            dropsAll = isAll > dropsAll ? isAll : dropsAll;
        }

        return dropsAll;
    }

    private static TextRange Place(PodSecurityContainer container, DataCursor dropped) =>
        dropped.IsUnresolved ? dropped.Range : dropped.Exists ? dropped.KeyRange : container.Context["capabilities"] is { Exists: true } capabilities ? capabilities.KeyRange : container.Absence;
}
