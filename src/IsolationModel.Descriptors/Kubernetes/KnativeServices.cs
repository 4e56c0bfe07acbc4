using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Services of Knative, and of Cloud Run, which reads the same kinds and picks the runtime by an annotation of the template instead of a class:
/// gVisor for the first generation, a micro virtual machine for the second; what asks for neither gets what Google picks.
/// </summary>
internal static class KnativeServices
{
    private const string CloudRunPrefix = "run.googleapis.com/";
    private const string CloudRunLabel = "cloud.googleapis.com/location";
    private const string Environment = CloudRunPrefix + "execution-environment";
    private const string FirstGeneration = "gvisor";

    private const string SecondGeneration = "Cloud Run runs it in a micro virtual machine of its own, which the model does not score";

    public static void ReadTemplate(KubernetesObject item, DescriptorFileBuilder file) => Read(item, PodView.OfTemplate(item.Spec["template"]), file);

    public static void ReadRevision(KubernetesObject item, DescriptorFileBuilder file) => Read(item, PodView.OfObject(item, item.Spec), file);

    public static void ReadCloudRunJob(KubernetesObject item, DescriptorFileBuilder file) =>
        PodWorkloads.Add(item, OfSecondGeneration(item, PodView.OfTemplate(item.Spec["template"]) with { Spec = item.Spec["template"]["spec"]["template"]["spec"] }), file);

    public static void ReadCloudRunWorkerPool(KubernetesObject item, DescriptorFileBuilder file) =>
        PodWorkloads.Add(item, OfSecondGeneration(item, PodView.OfTemplate(item.Spec["template"])), file);

    private static void Read(KubernetesObject item, PodView pods, DescriptorFileBuilder file)
    {
        var metadata = item.Metadata;
        var isCloudRun = Has(metadata["annotations"]) || Has(metadata["labels"]) || Has(pods.Annotations) || Has(pods.Labels);
        PodWorkloads.Add(item, isCloudRun ? pods with { Runtime = OfCloudRun(pods.Annotations[Environment]) } : pods, file);
    }

    private static RuntimeReference OfCloudRun(DataCursor environment)
    {
        var name = environment.Text ?? string.Empty;
        var reference = new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, name, environment.Range, Environment);
        return environment.IsUnresolved ? reference : name switch
        {
            "gen1" => reference with { State = RuntimeReferenceState.Named, TechnologyId = FirstGeneration },
            "gen2" => reference with { Reason = SecondGeneration },
            _ => reference with { Reason = $"Cloud Run picks gVisor or a micro virtual machine by itself; set {Environment} on the template" },
        };
    }

    /// <summary>Jobs and worker pools of Cloud Run have the second generation alone.</summary>
    private static PodView OfSecondGeneration(KubernetesObject item, PodView pods) => pods with
    {
        Runtime = new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, string.Empty, item.Root["kind"].Range, "kind") { Reason = SecondGeneration },
    };

    private static bool Has(DataCursor annotations)
    {
        foreach (var entry in (annotations.Node as DataMapping)?.Entries ?? [])
        {
            if (entry.Key.Value.StartsWith(CloudRunPrefix, StringComparison.Ordinal) || entry.Key.Value == CloudRunLabel)
            {
                return true;
            }
        }

        return false;
    }
}
