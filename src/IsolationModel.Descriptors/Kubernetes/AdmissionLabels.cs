using IsolationModel.Data;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// The level of the Pod Security Standards that admission enforces in a namespace. What it only warns of or audits is no need: the pods run all the
/// same (https://kubernetes.io/docs/concepts/security/pod-security-admission/).
/// </summary>
internal static class AdmissionLabels
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";
    private const string EnforceVersion = Enforce + "-version";

    /// <summary>Reads the labels of a namespace.</summary>
    public static void Read(DataCursor labels, DescriptorFileBuilder file, List<NeedDeclaration> needs) => Read(labels, Enforce, EnforceVersion, file, needs);

    /// <summary>Reads a level and its version from two fields.</summary>
    public static void Read(DataCursor labels, string levelKey, string versionKey, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        var level = labels[levelKey];
        if (!level.Exists || labels.IsUnresolved)
        {
            return;
        }

        var version = labels[versionKey];
        var isBroken = version.Exists && !PodSecurityVersion.TryParse(version.Text, out _);
        var text = version.Exists ? $"{level.Text}@{version.Text}" : level.Text ?? string.Empty;
        needs.Add(new NeedDeclaration(
            NeedCarrier.Admission, NeedScope.Namespace, text, file.Path, file.Lines, isBroken ? version.Range : level.Range, -1, Key: isBroken ? versionKey : levelKey));
    }
}
