using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>A runtime that <c>daemon.json</c> registers: a program with arguments, or a shim with options; never both (moby daemon/runtime_unix.go).</summary>
internal static class DockerRuntime
{
    private const string Sandbox = "runsc";
    private const string RuncType = "io.containerd.runc.v2";

    public static NodeRuntime Read(string name, DataCursor runtime)
    {
        var path = runtime["path"].Text ?? string.Empty;
        var type = runtime["runtimeType"].Text ?? string.Empty;
        if (path.Length > 0 == type.Length > 0 || runtime["path"].IsUnresolved || runtime["runtimeType"].IsUnresolved)
        {
            return new NodeRuntime(name, runtime.KeyRange, path + type);
        }

        var options = runtime["options"];
        var (program, names) = path.Length > 0 ? NodeRuntimes.ByFile(path)
            : type == RuncType && options["BinaryName"].Text is { Length: > 0 } binary ? NodeRuntimes.ByFile(binary)
            : ByType(type, options);
        var isSandbox = names.Any(static known => known is (RuntimeNameKind.OciRuntime, Sandbox)) && path.Length > 0;
        return new NodeRuntime(name, runtime.KeyRange, program)
        {
            Names = names,
            Evidence = isSandbox ? SandboxEvidence(runtime["runtimeArgs"], runtime.KeyRange) : [],
            Settings = isSandbox ? SandboxSettings(runtime["runtimeArgs"], runtime.KeyRange) : [],
        };
    }

    private static (string Program, IReadOnlyList<(RuntimeNameKind Kind, string Name)> Names) ByType(string type, DataCursor options)
    {
        var byType = (RuntimeNameKind.ContainerdRuntimeType, type);
        return NodeRuntimes.ByKataConfiguration(options["ConfigPath"].Text, type) is { } exact
            ? ($"{type} with {options["ConfigPath"].Text}", [exact, byType])
            : (type, [byType]);
    }

    private static List<NodeEvidence> SandboxEvidence(DataCursor arguments, Text.TextRange place)
    {
        var (sockets, range) = Flag(arguments, "host-uds");
        var (older, olderRange) = Flag(arguments, "fsgofer-host-uds");
        return sockets is null && older is "true"
            ? [new NodeEvidence("hostUdsNone", false, olderRange)]
            : [new NodeEvidence("hostUdsNone", sockets is null or "none", sockets is null ? place : range)];
    }

    private static List<SettingFact> SandboxSettings(DataCursor arguments, Text.TextRange place)
    {
        var (network, networkRange) = Flag(arguments, "network");
        var (seccomp, seccompRange) = Flag(arguments, "oci-seccomp");
        return
        [
            SettingFact.Flag("sandboxHostNetwork", network == "host", network is null ? place : networkRange) with { Shown = "runsc --network=host" },
            SettingFact.Flag("sandboxSeccomp", seccomp == "true", seccomp is null ? place : seccompRange) with { Shown = "runsc --oci-seccomp" },
        ];
    }

    /// <summary>The value of a flag as Go's flag package reads it: one dash or two, the value behind <c>=</c> or in the next argument; the last counts.</summary>
    private static (string? Value, Text.TextRange Range) Flag(DataCursor arguments, string name)
    {
        (string? Value, Text.TextRange Range) found = default;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments.At(i);
            var text = argument.Text ?? string.Empty;
            var flag = text.TrimStart('-');
            if (flag.Length == text.Length || !flag.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            if (flag.Length > name.Length)
            {
                found = flag[name.Length] == '=' ? (flag.Substring(name.Length + 1), argument.Range) : found;
            }
            else
            {
                var next = i + 1 < arguments.Count ? arguments.At(i + 1).Text : null;
                found = (name == "oci-seccomp" || next is null || next.StartsWith("-", StringComparison.Ordinal) ? "true" : next, argument.Range);
            }
        }

        return found;
    }
}
