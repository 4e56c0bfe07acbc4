using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>The command lines of engines: the program, its own options, the command, and the command's arguments, which are what makes a container.</summary>
internal static class CommandLine
{
    private const string Docker = "docker";
    private const string Podman = "podman";

    /// <summary>Options in front of the command that take a value in the next argument (docker, podman and nerdctl, <c>--help</c>).</summary>
    private static readonly HashSet<string> TakeValue = new(StringComparer.Ordinal)
    {
        "--config", "-c", "--context", "-H", "--host", "-l", "--log-level", "--tlscacert", "--tlscert", "--tlskey",
        "--cgroup-manager", "--conmon", "--connection", "--events-backend", "--hooks-dir", "--identity", "--imagestore", "--module", "--network-cmd-path",
        "--network-config-dir", "--out", "--root", "--runroot", "--runtime", "--runtime-flag", "--ssh", "--storage-driver", "--storage-opt", "--tmpdir", "--url", "--volumepath",
        "-a", "--address", "-n", "--namespace", "--snapshotter", "--cni-path", "--cni-netconfpath", "--data-root", "--hosts-dir", "--host-gateway-ip", "--bridge-ip",
    };

    /// <summary>The descriptor of the container that a command line makes; null where it makes none, or is no engine's.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="place">Where the code starts it.</param>
    public static CodeDescriptor? Read(DataCursor program, IReadOnlyList<DataScalar> arguments, TextRange place)
    {
        if (program.IsUnresolved || PlatformOf(program.Text) is not { } platform)
        {
            return null;
        }

        var own = new List<DataNode>();
        var at = 0;
        while (at < arguments.Count && arguments[at] is var option && (option.IsUnresolved || option.Value.StartsWith("-", StringComparison.Ordinal)))
        {
            var takesNext = !option.IsUnresolved && TakeValue.Contains(option.Value) && at + 1 < arguments.Count;
            if (platform == Podman && IsRuntime(option.Value))
            {
                // Podman has it in front of the command alone, with the same meaning.
                own.Add(option);
                if (takesNext)
                {
                    own.Add(arguments[at + 1]);
                }
            }

            at += takesNext ? 2 : 1;
        }

        if (at < arguments.Count && Is(arguments[at], "container"))
        {
            at++;
        }

        return at < arguments.Count && (Is(arguments[at], "run") || Is(arguments[at], "create"))
            ? new CodeDescriptor(CodeDescriptorKind.ContainerArguments, new DataSequence(place, [.. own, .. arguments.Skip(at + 1)]), place) { PlatformId = platform }
            : null;
    }

    /// <summary>nerdctl takes Docker's words, and its containers run as Docker's do, on containerd.</summary>
    private static string? PlatformOf(string? program)
    {
        var name = program?.Split('/', '\\') is { Length: > 0 } parts ? parts[parts.Length - 1] : string.Empty;
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
        return name is Docker or "nerdctl" ? Docker : name == Podman ? Podman : null;
    }

    private static bool IsRuntime(string option) => option == "--runtime" || option.StartsWith("--runtime=", StringComparison.Ordinal);

    private static bool Is(DataScalar argument, string word) => !argument.IsUnresolved && string.Equals(argument.Value, word, StringComparison.Ordinal);
}
