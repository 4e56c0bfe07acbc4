using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Fields that the API server refuses for the operating system that a Pod names (comment on PodSpec.os in core/v1 types.go; validateWindows and
/// validateLinux in pkg/apis/core/validation/validation.go). Without <c>os.name</c> nothing of it is checked.
/// </summary>
internal static class OperatingSystemFields
{
    private const string Windows = "windows";
    private const string WindowsOptions = "windowsOptions";

    /// <summary>Flags that only count when they are on.</summary>
    private static readonly string[] LinuxSpecFlags = ["hostPID", "hostIPC"];

    private static readonly string[] LinuxSpecFields = ["hostUsers", "shareProcessNamespace"];

    private static readonly string[] LinuxContextFields = ["appArmorProfile", "seLinuxOptions", "seccompProfile", "runAsUser", "runAsGroup"];

    private static readonly string[] LinuxPodFields = ["fsGroup", "fsGroupChangePolicy", "sysctls", "supplementalGroups", "supplementalGroupsPolicy"];

    private static readonly string[] LinuxContainerFields = ["capabilities", "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation", "procMount"];

    public static void Check(DataCursor spec, List<DescriptorFlaw> flaws)
    {
        var name = spec["os"]["name"];
        if (name.IsUnresolved || name.Text is not ("linux" or Windows))
        {
            return;
        }

        var isWindows = name.Text == Windows;
        var podContext = spec["securityContext"];
        if (isWindows)
        {
            foreach (var field in LinuxSpecFlags)
            {
                Refuse(flaws, SettingFacts.IsTrue(spec[field]) ? spec[field] : default, field, Windows);
            }

            Refuse(flaws, spec, LinuxSpecFields);
            Refuse(flaws, podContext, LinuxContextFields);
            Refuse(flaws, podContext, LinuxPodFields);
        }
        else
        {
            Refuse(flaws, podContext[WindowsOptions], WindowsOptions, "linux");
        }

        foreach (var container in PodContainers.All(spec))
        {
            var context = container["securityContext"];
            if (isWindows)
            {
                Refuse(flaws, context, LinuxContextFields);
                Refuse(flaws, context, LinuxContainerFields);
            }
            else
            {
                Refuse(flaws, context[WindowsOptions], WindowsOptions, "linux");
            }
        }
    }

    /// <summary>What the model calls a field.</summary>
    private static string[] SettingsOf(string field) => field switch
    {
        "hostPID" => ["hostPid"],
        "hostIPC" => ["hostIpc"],
        "hostUsers" => ["userNamespace"],
        "seccompProfile" => ["seccomp"],
        "appArmorProfile" => ["appArmor"],
        "capabilities" => ["addedCapabilities", "droppedCapabilities"],
        "runAsUser" => ["runAsNonRoot"],
        WindowsOptions => ["hostProcess"],
        _ => [field],
    };

    private static void Refuse(List<DescriptorFlaw> flaws, DataCursor holder, string[] fields)
    {
        foreach (var field in fields)
        {
            Refuse(flaws, holder[field], field, Windows);
        }
    }

    private static void Refuse(List<DescriptorFlaw> flaws, DataCursor value, string field, string system)
    {
        // A placeholder where the whole context should stand may hold anything.
        if (SettingFacts.IsSet(value) && !value.IsUnresolved)
        {
            PodValidation.Add(flaws, value, $"'{field}' in a pod whose os.name is {system}", "the field belongs to the other operating system; remove it, or change os.name", SettingsOf(field));
        }
    }
}
