using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Annotations that once said what fields say now.</summary>
internal static class LegacyAnnotations
{
    private const string SeccompOfPod = "seccomp.security.alpha.kubernetes.io/pod";
    private const string SeccompOfContainer = "container.seccomp.security.alpha.kubernetes.io/";

    public static void Check(DataCursor spec, DataCursor annotations, string text, List<DescriptorFlaw> flaws)
    {
        if (annotations.Node is not DataMapping mapping)
        {
            return;
        }

        var hasAppArmor = false;
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Value;
            hasAppArmor |= AppArmorAnnotation.IsKey(key);
            if (string.Equals(key, SeccompOfPod, StringComparison.Ordinal) || key.StartsWith(SeccompOfContainer, StringComparison.Ordinal))
            {
                // Kubernetes 1.27 took the annotations out (CHANGELOG-1.27).
                flaws.Add(new DescriptorFlaw(
                    FlawKind.NoEffect, $"annotation '{key}'", "Kubernetes reads it no more since 1.27, so that it sets no seccomp profile; set seccompProfile in the securityContext", annotations[key].KeyRange));
            }
        }

        foreach (var container in hasAppArmor ? PodContainers.All(spec) : [])
        {
            CheckAppArmor(spec, annotations, container, text, flaws);
        }
    }

    /// <summary>A container's field wins over the annotation, and the annotation over the Pod's field; since 1.30 the API server refuses two that differ.</summary>
    private static void CheckAppArmor(DataCursor spec, DataCursor annotations, DataCursor container, string text, List<DescriptorFlaw> flaws)
    {
        var annotation = AppArmorAnnotation.Of(annotations, container["name"].Text);
        var own = container["securityContext"]["appArmorProfile"];
        var profile = SettingFacts.IsSet(own) ? own : spec["securityContext"]["appArmorProfile"];
        if (!SettingFacts.IsSet(annotation) || !SettingFacts.IsSet(profile) || SettingFacts.Is(spec["os"]["name"], "windows"))
        {
            return;
        }

        // kubernetes pkg/apis/core/validation/validation.go: "apparmor type in annotation and field must match".
        if (AppArmorAnnotation.Contradicts(annotation, profile))
        {
            flaws.Add(new DescriptorFlaw(
                FlawKind.Refused,
                $"the AppArmor annotation of container '{container["name"].Text}'",
                "it names another profile than the field appArmorProfile, and since Kubernetes 1.30 the API server wants both to say the same; remove the annotation",
                annotation.Range));
        }
        else if (SettingFacts.IsSet(own) && !own.IsUnresolved)
        {
            flaws.Add(new DescriptorFlaw(
                FlawKind.NoEffect,
                $"the AppArmor annotation of container '{container["name"].Text}'",
                "the field appArmorProfile of the container is read instead; remove the annotation",
                annotation.KeyRange)
            {
                Edit = ValueEdit.RemoveEntry(annotations, AppArmorAnnotation.KeyOf(container["name"].Text), text),
            });
        }
    }
}
