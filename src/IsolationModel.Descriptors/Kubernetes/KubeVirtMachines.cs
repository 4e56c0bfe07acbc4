using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Virtual machines of KubeVirt. Their spec is no pod spec, and no runtime class picks what runs them: the kind means a guest of KVM, and
/// <c>launchSecurity</c> that its host is shut out (kubevirt.io/api core/v1 schema.go).
/// </summary>
internal static class KubeVirtMachines
{
    private const string Machine = "kubevirt";
    private const string ConfidentialMachine = "kubevirt-confidential";

    /// <summary>
    /// What keeps the host from reading and from changing the guest's memory. SEV alone encrypts, but the host may replay and remap
    /// (docs.kernel.org amd-memory-encryption), so that it does not tell the machine from an ordinary one.
    /// </summary>
    private static readonly string[] Encryptions = ["snp", "tdx"];

    /// <summary>Lists of devices, and the setting that each of them turns on.</summary>
    private static readonly (string List, string Setting)[] Devices = [("gpus", "gpu"), ("hostDevices", "hostDevices"), ("filesystems", "sharedFileSystem")];

    public static void ReadInstance(KubernetesObject item, DescriptorFileBuilder file) => Add(item, PodView.OfObject(item, item.Spec), file);

    /// <summary>What these keys lead to holds metadata and spec of the instances.</summary>
    public static PodReader At(params string[] path) => (item, file) => Add(item, PodView.OfTemplate(PodTemplates.Walk(item.Root, path)), file);

    private static void Add(KubernetesObject item, PodView instance, DescriptorFileBuilder file)
    {
        var spec = instance.Spec;
        var facts = new List<SettingFact>();
        foreach (var (list, setting) in Devices)
        {
            var devices = spec["domain"]["devices"][list];
            if (devices.IsUnresolved)
            {
                facts.Add(SettingFact.Unresolved(setting, devices.Range));
            }
            else if (devices.Count > 0)
            {
                facts.Add(SettingFact.Flag(setting, true, devices.KeyRange));
            }
        }

        ReadHostDisks(spec, facts);
        PodWorkloads.Add(item, instance with { Runtime = Technology(item, spec["domain"]["launchSecurity"]), Containers = [new WorkloadContainer("the guest", facts)] }, file);
    }

    private static RuntimeReference Technology(KubernetesObject item, DataCursor launchSecurity)
    {
        if (launchSecurity.IsUnresolved)
        {
            return new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, launchSecurity.Text ?? string.Empty, launchSecurity.Range, "launchSecurity");
        }

        foreach (var encryption in Encryptions)
        {
            if (launchSecurity[encryption] is { Exists: true, IsNull: false } value)
            {
                return new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, encryption, value.KeyRange, "launchSecurity") { TechnologyId = ConfidentialMachine };
            }
        }

        var kind = item.Root["kind"];
        return new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, item.Kind, kind.Range, "kind") { TechnologyId = Machine };
    }

    /// <summary>Files and disks of the host that the guest has as its own disks.</summary>
    private static void ReadHostDisks(DataCursor spec, List<SettingFact> facts)
    {
        var volumes = spec["volumes"];
        var readOnly = ReadOnlyDisks(spec["domain"]["devices"]["disks"]);
        var all = new List<SettingItem>();
        var writable = new List<SettingItem>();
        var isPartial = volumes.IsUnresolved;
        for (var i = 0; i < volumes.Count; i++)
        {
            var volume = volumes.At(i);
            var path = volume["hostDisk"]["path"];
            if (path.IsUnresolved)
            {
                isPartial = true;
            }
            else if (path.Text is { } text)
            {
                var item = new SettingItem(text, path.Range);
                all.Add(item);
                if (volume["name"].Text is not { } name || !readOnly.Contains(name))
                {
                    writable.Add(item);
                }
            }
        }

        if (all.Count > 0 || isPartial)
        {
            facts.Add(SettingFact.List("hostPaths", all, volumes.KeyRange, isPartial));
            facts.Add(SettingFact.List("writableHostPaths", writable, volumes.KeyRange, isPartial));
        }
    }

    private static HashSet<string> ReadOnlyDisks(DataCursor disks)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < disks.Count; i++)
        {
            var disk = disks.At(i);
            var isReadOnly = disk["disk"]["readonly"].Scalar?.AsBoolean() == true || disk["lun"]["readonly"].Scalar?.AsBoolean() == true
                || (disk["cdrom"].Exists && disk["cdrom"]["readonly"].Scalar?.AsBoolean() != false);
            if (isReadOnly && disk["name"].Text is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
