using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>Devices of the host that a container is given, by path, by rule, or as accelerators.</summary>
internal static class ContainerDevices
{
    private const string Devices = "devices";
    private const string Rules = "device_cgroup_rules";
    private const string AllBlockDevices = "/dev/block";

    /// <summary>Devices of accelerators: NVIDIA, the kernel's own graphics, AMD.</summary>
    private static readonly string[] Accelerators = ["/dev/nvidia", "/dev/dri", "/dev/kfd", "/dev/dxg"];

    public static void Read(ContainerFacts facts)
    {
        var paths = new List<SettingItem>();
        SettingItem? other = null;
        SettingItem? accelerator = Reservation(facts);
        var isPartial = ReadDevices(facts, paths, ref other, ref accelerator);
        isPartial |= ReadRules(facts, paths);
        var gpus = facts["gpus"];
        if (gpus.Exists && gpus is not { Node: DataSequence { Items.Count: 0 } })
        {
            accelerator ??= new SettingItem(string.Empty, gpus.Range) { Shown = facts.Show("gpus", gpus.Text) };
        }

        var place = facts[Devices].Exists ? facts[Devices].Range : facts[Rules].Range;
        facts.AddList("devicePaths", facts.Show(Devices), paths, place, isPartial);
        Add(facts, "hostDevices", other);
        Add(facts, "gpu", accelerator);
    }

    private static bool ReadDevices(ContainerFacts facts, List<SettingItem> paths, ref SettingItem? other, ref SettingItem? accelerator)
    {
        var devices = facts[Devices];
        var isPartial = devices.IsUnresolved;
        for (var i = 0; i < devices.Count; i++)
        {
            var device = devices.At(i);
            var source = device.Node is DataMapping ? device["source"] : device;
            if (source.Text is not { } text || source.IsUnresolved)
            {
                isPartial |= !device.IsNull;
                continue;
            }

            var path = device.Node is DataMapping ? text : text.Split(':')[0];
            var item = new SettingItem(path, device.Range) { Shown = facts.Show(Devices, text), Mend = ValueEdit.Remove(devices, i, facts.Text) };
            if (Array.Exists(Accelerators, start => path.StartsWith(start, StringComparison.Ordinal)) || IsAccelerator(text))
            {
                accelerator ??= item;
            }
            else
            {
                other ??= item;
                paths.Add(item);
            }
        }

        return isPartial;
    }

    /// <summary>
    /// A container makes device nodes itself, since MKNOD is one of its capabilities; a rule that lets it read or write block devices opens the disks
    /// of the host.
    /// </summary>
    private static bool ReadRules(ContainerFacts facts, List<SettingItem> paths)
    {
        var rules = facts[Rules];
        var isPartial = rules.IsUnresolved;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules.At(i);
            if (rule.Text is not { } text || rule.IsUnresolved)
            {
                isPartial |= !rule.IsNull;
                continue;
            }

            var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 3 && parts[0] is "a" or "b" && parts[2].IndexOfAny(['r', 'w']) >= 0)
            {
                paths.Add(new SettingItem(AllBlockDevices, rule.Range) { Shown = facts.Show(Rules, text), Mend = ValueEdit.Remove(rules, i, facts.Text) });
            }
        }

        return isPartial;
    }

    /// <summary>Accelerators that <c>deploy.resources.reservations.devices</c> asks for.</summary>
    private static SettingItem? Reservation(ContainerFacts facts)
    {
        var devices = facts["deploy"]["resources"]["reservations"]["devices"];
        for (var i = 0; i < devices.Count; i++)
        {
            if (devices.At(i) is { Node: DataMapping } device)
            {
                return new SettingItem(string.Empty, device.Range) { Shown = "deploy.resources.reservations.devices" };
            }
        }

        return null;
    }

    /// <summary>A device of the Container Device Interface: <c>nvidia.com/gpu=all</c>.</summary>
    private static bool IsAccelerator(string device) => device.IndexOf("/gpu=", StringComparison.Ordinal) > 0;

    private static void Add(ContainerFacts facts, string setting, SettingItem? cause)
    {
        if (cause is not null)
        {
            facts.AddFlag(setting, true, cause.Shown!, cause.Range);
        }
    }
}
