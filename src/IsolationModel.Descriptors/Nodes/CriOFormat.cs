using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of CRI-O and its drop-ins (crio.conf.5).</summary>
internal sealed class CriOFormat : IDescriptorFormat
{
    public bool MayContain(string text) => text.IndexOf("crio", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        var runtime = document["crio"]["runtime"];
        if (document["crio"].Node is not DataMapping)
        {
            return false;
        }

        var runtimes = new List<NodeRuntime>();
        foreach (var entry in runtime["runtimes"].Members())
        {
            runtimes.Add(ReadRuntime(entry.Key, entry.Value));
        }

        var byDefault = runtime["default_runtime"];
        file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.CriO)
        {
            Runtimes = runtimes,
            DefaultHandler = byDefault.Text is { Length: > 0 } name ? new SettingItem(name, byDefault.Range) : null,
        });
        return true;
    }

    private static NodeRuntime ReadRuntime(string handler, DataCursor runtime)
    {
        // Without a path the program is the one of the handler's name.
        var (program, names) = NodeRuntimes.ByFile(runtime["runtime_path"].Text is { Length: > 0 } path ? path : handler);
        if (NodeRuntimes.ByKataConfiguration(runtime["runtime_config_path"].Text, program) is { } exact)
        {
            (program, names) = ($"{program} with {runtime["runtime_config_path"].Text}", new List<(RuntimeNameKind, string)>(names) { exact }.AsEnumerable().Reverse().ToList());
        }

        var annotations = NodeRuntimes.Texts(runtime["allowed_annotations"]);
        return new NodeRuntime(handler, runtime.Range, program)
        {
            Names = names,
            Annotations = annotations,
            // The list is about annotations of CRI-O itself; what it does not have may reach the runtime all the same.
            Evidence = NodeRuntimes.Evidence(runtime, isComplete: true, annotation => annotations.Exists(prefix => annotation.StartsWith(prefix, StringComparison.Ordinal)) ? true : null),
        };
    }
}
