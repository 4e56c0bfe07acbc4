using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>A runtime of containerd: what its handler starts, and what it does with devices and annotations.</summary>
internal static class ContainerdRuntime
{
    private const string WindowsType = "io.containerd.runhcs.v1";

    /// <summary>Types whose shim starts an OCI runtime that the options name.</summary>
    private static readonly string[] TypesWithBinary = ["io.containerd.runc.v2", "io.containerd.runc.v1", "io.containerd.runtime.v1.linux"];

    public static NodeRuntime Read(string handler, DataCursor runtime)
    {
        var (program, names) = Program(runtime);
        var annotations = NodeRuntimes.Texts(runtime["pod_annotations"]);
        return new NodeRuntime(handler, runtime.Range, program)
        {
            Names = names,
            Annotations = annotations,
            Evidence = NodeRuntimes.Evidence(
                runtime,
                names.Count > 0,
                // The list is empty by default, and then no annotation passes.
                runtime["pod_annotations"].IsUnresolved ? null : annotation => annotations.Exists(pattern => AnnotationPattern.Matches(pattern, annotation))),
        };
    }

    private static (string Program, IReadOnlyList<(RuntimeNameKind Kind, string Name)> Names) Program(DataCursor runtime)
    {
        var type = runtime["runtime_type"].Text ?? string.Empty;
        var options = runtime["options"];
        var path = runtime["runtime_path"].Text is { Length: > 0 } given ? given : type.IndexOf('/') >= 0 || type.IndexOf('\\') >= 0 ? type : string.Empty;
        if (path.Length > 0)
        {
            return NodeRuntimes.ByFile(path);
        }

        if (Array.IndexOf(TypesWithBinary, type) >= 0 && Binary(runtime, options) is { Length: > 0 } binary)
        {
            return NodeRuntimes.ByFile(binary);
        }

        if (type.Length == 0)
        {
            return (string.Empty, []);
        }

        var byType = (RuntimeNameKind.ContainerdRuntimeType, type);
        if (type == WindowsType)
        {
            return options["SandboxIsolation"].Text is null or "0" ? (type, [byType]) : (type, [(RuntimeNameKind.RuntimeHandler, Windows(options))]);
        }

        return NodeRuntimes.ByKataConfiguration(options["ConfigPath"].Text, type) is { } exact ? ($"{type} with {options["ConfigPath"].Text}", [exact, byType]) : (type, [byType]);
    }

    private static string? Binary(DataCursor runtime, DataCursor options) =>
        options["BinaryName"].Text ?? options["Runtime"].Text ?? runtime["runtime_engine"].Text;

    /// <summary>The handler that containerd's own configuration gives these options on Windows (containerd pkg/cri/config/config_windows.go).</summary>
    private static string Windows(DataCursor options) =>
        options["SandboxPlatform"].Text?.StartsWith("linux", StringComparison.OrdinalIgnoreCase) == true ? "runhcs-lcow" : "runhcs-wcow-hypervisor";
}
