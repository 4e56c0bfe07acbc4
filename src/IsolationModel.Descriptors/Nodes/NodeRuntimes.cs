using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>What the runtimes of containerd and of CRI-O have in common.</summary>
internal static class NodeRuntimes
{
    private const string KataFile = "configuration-";
    private const string Extension = ".toml";

    /// <summary>One annotation of each family that a pod may weaken itself by; both engines pass or withhold whole families.</summary>
    private const string OfGVisor = "dev.gvisor.flag.host-uds";
    private const string OfKata = "io.katacontainers.config.hypervisor.path";

    /// <summary>A program by its file: shims and OCI runtimes are known by the name of the file.</summary>
    public static (string Program, IReadOnlyList<(RuntimeNameKind Kind, string Name)> Names) ByFile(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
        return (path, [(RuntimeNameKind.OciRuntime, name)]);
    }

    /// <summary>Kata names its configuration files as its handlers: <c>configuration-fc.toml</c> belongs to <c>kata-fc</c>.</summary>
    public static (RuntimeNameKind Kind, string Name)? ByKataConfiguration(string? path, string program)
    {
        var name = path?.Substring(path.LastIndexOf('/') + 1) ?? string.Empty;
        return program.IndexOf("kata", StringComparison.Ordinal) >= 0
            && name.StartsWith(KataFile, StringComparison.Ordinal)
            && name.EndsWith(Extension, StringComparison.Ordinal)
            && name.Length > KataFile.Length + Extension.Length
            ? (RuntimeNameKind.RuntimeHandler, "kata-" + name.Substring(KataFile.Length, name.Length - KataFile.Length - Extension.Length))
            : null;
    }

    /// <summary>The node facts that a runtime decides.</summary>
    /// <param name="runtime">The runtime's table.</param>
    /// <param name="isComplete">Whether the table defines the runtime, so that what it leaves out has its default.</param>
    /// <param name="passes">Whether an annotation reaches the runtime; null where that is not known.</param>
    public static IReadOnlyList<NodeEvidence> Evidence(DataCursor runtime, bool isComplete, Func<string, bool?>? passes)
    {
        var evidence = new List<NodeEvidence>();
        var devices = runtime["privileged_without_host_devices"];
        if (devices.Scalar?.AsBoolean() is { } withheld)
        {
            evidence.Add(new NodeEvidence("privilegedWithoutHostDevices", withheld, devices.Range));
        }
        else if (!devices.Exists && isComplete)
        {
            evidence.Add(new NodeEvidence("privilegedWithoutHostDevices", false, runtime.Range));
        }

        if (passes?.Invoke(OfGVisor) is { } reachesGVisor)
        {
            evidence.Add(new NodeEvidence("gvisorAnnotationsWithheld", !reachesGVisor, runtime.Range));
        }

        if (passes?.Invoke(OfKata) is { } reachesKata)
        {
            // Kata itself may still refuse them.
            evidence.Add(new NodeEvidence("kataAnnotationsWithheld", !reachesKata, runtime.Range, IsDecisive: false));
        }

        return evidence;
    }

    /// <summary>The texts of a list.</summary>
    public static List<string> Texts(DataCursor list)
    {
        var texts = new List<string>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list.At(i).Text is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
