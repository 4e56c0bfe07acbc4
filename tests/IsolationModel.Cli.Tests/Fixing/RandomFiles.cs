using System.Text;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary>Random descriptor files: what people write, in the ways in which they write it.</summary>
internal sealed class RandomFiles(int seed)
{
    private static readonly string[] Needs = ["untrusted-code", "level:medium", "level:low", "hostile-tenants", "pod-security:baseline", "pod-security:restricted", "untrusted-cod", "level:medim", "startup <= 1 s"];
    private static readonly (string Name, string Handler)[] Classes = [("sandbox", "runsc"), ("machine", "kata-qemu"), ("plain", "runc"), ("odd", "nobody-knows")];

    private readonly Random _random = new(seed);

    /// <summary>The needs that are misspelt: they are checked once they are mended.</summary>
    public static IReadOnlyList<string> MendedNeeds { get; } = ["untrusted-code", "level:medium"];

    /// <summary>The files by their names.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Make()
    {
        var files = new List<(string, byte[])>();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            files.Add(($"{i}.yaml", Bytes(string.Join("---\n", Enumerable.Range(0, _random.Next(1, 4)).Select(Document)))));
        }

        if (Maybe(2))
        {
            files.Add(("compose.yaml", Bytes(Compose())));
            if (Maybe(2))
            {
                files.Add(("daemon.json", Encoding.UTF8.GetBytes("{ \"runtimes\": { \"runsc\": { \"path\": \"/usr/bin/runsc\" } } }\n")));
            }
        }

        return files;
    }

    private byte[] Bytes(string text)
    {
        text = Maybe(4) ? text.TrimEnd('\n') : text;
        text = Maybe(4) ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        return [.. Maybe(6) ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
    }

    private string Document(int index) => Maybe(3) ? Class() : Pod(index);

    private string Class()
    {
        var (name, handler) = One(Classes);
        var scheduling = Maybe(4) ? "scheduling: { nodeSelector: { pool: sandboxed } }\n" : string.Empty;
        return $"apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: {name} }}\nhandler: {handler}{Comment()}\n{scheduling}";
    }

    private string Pod(int index)
    {
        var text = new StringBuilder("# a pod\napiVersion: v1\nkind: Pod\nmetadata:\n");
        Add(text, $"  name: pod-{index}{Comment()}\n");
        var annotations = Some(
            $"isolationmodel.dev/needs: \"{One(Needs)}\"{Comment()}",
            $"isolationmodel.dev/level: {One(["low", "medium", "high"])}",
            "container.apparmor.security.beta.kubernetes.io/web: runtime/default",
            "isolationmodel.dev/disable: ISM2001, ISM1001 -- accepted for now",
            "owner: shop");
        Lines(text, "  annotations:", annotations, "    ");
        text.Append(Maybe(8) ? "spec: # isolation: disable ISM1001, ISM1006 -- not yet\n" : $"spec:{Comment()}\n");
        foreach (var line in Some(
            "hostPID: true", "hostNetwork: true # needed?", $"runtimeClassName: {One(Classes).Name}", "nodeSelector: { pool: general }", "hostUsers: false",
            "RuntimeClassName: sandbox", "automountServiceAccountToken: false", "securityContext: { runAsNonRoot: true, seccompProfile: { type: Unconfined } }"))
        {
            Add(text, $"  {line}\n");
        }

        var context = Some(
            "privileged: true", "allowPrivilegeEscalation: true", "appArmorProfile: { type: RuntimeDefault }", "appArmorProfile: { type: Unconfined }", "procMount: Unmasked",
            $"capabilities: {{ add: [{string.Join(", ", Some("SYS_ADMIN", "NET_ADMIN", "CAP_SYS_PTRACE", "net_raw", "SYSADMIN", "\"ALL\""))}] }}{Comment()}",
            "seccompProfile: { type: Unconfined }", "runAsUser: 0", "Privileged: true", "RunAsNonRoot: true", "readOnlyRootFilesystem: true");
        if (Maybe(3))
        {
            Add(text, $"  containers: [{{ name: web, image: web, securityContext: {{ {string.Join(", ", context.Select(line => line.Split('#')[0].TrimEnd()))} }} }}]\n");
        }
        else if (Maybe(3) && context.Count > 0)
        {
            text.Append("  containers:\n    - name: web\n      image: web\n");
            Lines(text, "      securityContext: &context", context, "        ");
            text.Append("    - name: side\n      image: side\n      securityContext: *context\n");
        }
        else
        {
            text.Append("  containers:\n    # the only one\n    - name: web\n      image: web\n");
            Lines(text, "      securityContext:", context, "        ");
        }

        return text.ToString();
    }

    private string Compose()
    {
        var text = new StringBuilder("# services\nservices:\n");
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            Add(text, $"  s{i}:{Comment()}\n    image: web\n");
            foreach (var line in Some(
                $"x-isolation: {{ needs: \"{One(Needs)}\" }}", "privileged: true", "cap_add: [SYS_ADMIN, cap_net_admin]", "cap_add:\n      - SYS_ADMIN\n      # why\n      - ALL\n      - NET_ADMIN",
                "pid: host # debug", "security_opt:\n      - seccomp:unconfined\n      - apparmor=unconfined", "runtime: runsc", "ipc: host", "userns_mode: host", "devices: [/dev/sda]"))
            {
                Add(text, $"    {line}\n");
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string line) => text.Append(line);

    private static void Lines(StringBuilder text, string head, List<string> lines, string indent)
    {
        if (lines.Count > 0)
        {
            text.Append(head).Append('\n').AppendJoin(string.Empty, lines.Select(line => $"{indent}{line}\n"));
        }
    }

    /// <summary>Some of several lines, in their order; of two for one field the first.</summary>
    private List<string> Some(params string[] lines) =>
        lines.Where(_ => Maybe(3)).DistinctBy(static line => line.Split(':')[0].Trim('"').ToUpperInvariant()).ToList();

    private string Comment() => Maybe(5) ? $" # note {_random.Next(99)}" : string.Empty;

    private T One<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private bool Maybe(int of) => _random.Next(of) == 0;
}
