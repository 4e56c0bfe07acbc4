using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Applications of SpinKube: the executor that one names decides how it runs. A runtime class hands the module to the shim; a <c>spinImage</c>
/// makes an ordinary container with the engine in it (spin-operator api/v1alpha1).
/// </summary>
internal static class SpinApps
{
    private const string ExecutorKind = "SpinAppExecutor";
    private const string ClassField = "runtimeClassName";

    /// <summary>The setting that says so of every container: the API takes nothing but an application of Spin, which is made of modules.</summary>
    private const string WasmOnly = "wasmOnly";

    public static void ReadApp(KubernetesObject item, DescriptorFileBuilder file)
    {
        var app = item.Spec;
        var entries = new List<DataEntry>();
        DataParts.AddTo(entries, "volumes", app["volumes"]);
        DataParts.AddTo(entries, "containers", Container(item));
        var spec = app.IsUnresolved ? app : DataParts.Mapping(app.KeyRange, entries);
        var annotations = app["podAnnotations"];
        var module = SettingFact.Flag(WasmOnly, true, item.Root["kind"].Range);
        PodWorkloads.Add(
            item,
            new PodView(spec)
            {
                Annotations = annotations,
                Labels = app["podLabels"],
                Runtime = Executor(item, app["executor"]),
                Containers = PodContainers.Read(spec, annotations).Select(container => container with { Settings = [.. container.Settings, module] }).ToList(),
            },
            file);
    }

    public static void ReadExecutor(KubernetesObject item, DescriptorFileBuilder file)
    {
        var name = item.Metadata["name"];
        if (name.Text is { } text)
        {
            file.RuntimeSelectors.Add(new RuntimeSelectorObject(new ObjectReference(ExecutorKind, item.Namespace, text), Picked(item.Spec), name.Range));
        }
    }

    /// <summary>The one container that the operator makes: it is named as the application, and the application's spec holds its fields.</summary>
    private static DataCursor Container(KubernetesObject item)
    {
        var app = item.Spec;
        var entries = new List<DataEntry>();
        DataParts.AddTo(entries, "name", item.Metadata["name"]);
        DataParts.AddTo(entries, "volumeMounts", app["volumeMounts"]);
        DataParts.AddTo(entries, "resources", app["resources"]);
        return new DataCursor(new DataSequence(app.KeyRange, [new DataMapping(app.KeyRange, entries)]));
    }

    private static RuntimeReference Executor(KubernetesObject item, DataCursor executor)
    {
        var name = executor.Text;
        if (string.IsNullOrEmpty(name))
        {
            return Unknown(executor, "it names no SpinAppExecutor");
        }

        return executor.IsUnresolved
            ? new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, name!, executor.Range, "executor")
            : new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, name!, executor.Range, "executor")
            {
                Selector = new ObjectReference(ExecutorKind, item.Namespace, name!),
            };
    }

    private static RuntimeReference Picked(DataCursor executor)
    {
        var deployment = executor["deploymentConfig"];
        var isElsewhere = executor["createDeployment"].Scalar?.AsBoolean() == false;
        var image = deployment["spinImage"];
        return isElsewhere ? Unknown(executor["createDeployment"], "it leaves the pods to another controller (createDeployment: false)")
            : deployment[ClassField] is { Exists: true, IsNull: false } ? PodRuntime.Read(deployment, default)
            : image is { Exists: true, IsNull: false, IsUnresolved: false }
                ? new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, image.Range, ClassField)
            : Unknown(deployment, "it sets neither runtimeClassName nor spinImage");
    }

    private static RuntimeReference Unknown(DataCursor place, string reason) =>
        new(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, string.Empty, place.Range, ClassField) { Reason = reason };
}
