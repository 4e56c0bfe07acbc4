using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// The file that configures Pod Security admission: PodSecurityConfiguration by itself, or as a plug-in of AdmissionConfiguration
/// (https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-admission-controller/).
/// </summary>
internal static class AdmissionConfiguration
{
    private const string PlugInGroup = "pod-security.admission.config.k8s.io";
    private const string FileGroup = "apiserver.config.k8s.io";

    /// <summary>Reads an object; false when it is none of these.</summary>
    public static bool TryRead(DataCursor item, string group, string kind, DescriptorFileBuilder file)
    {
        if (group == PlugInGroup && kind == "PodSecurityConfiguration")
        {
            Read(item, file);
            return true;
        }

        if (group != FileGroup || kind != "AdmissionConfiguration")
        {
            return false;
        }

        var plugins = item["plugins"];
        for (var i = 0; i < plugins.Count; i++)
        {
            var plugin = plugins.At(i);
            if (plugin["name"].Text == "PodSecurity" && plugin["configuration"].Exists)
            {
                Read(plugin["configuration"], file);
            }
        }

        return true;
    }

    private static void Read(DataCursor configuration, DescriptorFileBuilder file)
    {
        var defaults = new List<NeedDeclaration>();
        AdmissionLabels.Read(configuration["defaults"], "enforce", "enforce-version", file, defaults);
        var exemptions = configuration["exemptions"];
        file.AdmissionConfigurations.Add(new AdmissionConfigurationObject(defaults, Names(exemptions["runtimeClasses"]), Names(exemptions["namespaces"])));
    }

    private static List<string> Names(DataCursor list) =>
        Enumerable.Range(0, list.Count).Select(i => list.At(i).Text).OfType<string>().ToList();
}
