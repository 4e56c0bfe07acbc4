using System.Globalization;
using System.Text;

namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Texts whose shape is the attack: they multiply, nest, or make something quadratic out of a linear text.</summary>
internal static class Shapes
{
    private static readonly Func<Random, int, string>[] All =
    [
        // Aliases of aliases.
        static (_, size) => Bomb(Math.Min(size, 24), 9),
        static (random, size) => Bomb(Math.Min(size, 200), random.Next(1, 3)),
        // Nesting.
        static (random, size) => new string("[{("[random.Next(3)], size) + (random.Next(2) == 0 ? new string(']', size) : string.Empty),
        static (_, size) => string.Concat(Enumerable.Range(0, Math.Min(size, 400)).Select(static depth => new string(' ', depth) + "a:\n")),
        static (_, size) => string.Concat(Enumerable.Repeat("- ", size)) + "a",
        static (_, size) => string.Concat(Enumerable.Repeat("? ", size)) + "a",
        static (_, size) => string.Concat(Enumerable.Repeat("{\"a\":", size)) + "1" + new string('}', size),
        // Many of everything.
        static (_, size) => Numbered(size, static i => $"k{i}: v\n"),
        static (_, size) => Numbered(size, static i => $"k{i}: &a{i} v\n") + Numbered(size, static i => $"l{i}: *a{i}\n"),
        static (_, size) => "x: [" + Numbered(size, static i => $"{i},") + "]\n",
        static (_, size) => string.Concat(Enumerable.Repeat("---\n", size)),
        static (_, size) => string.Concat(Enumerable.Repeat("--- a\n", size)),
        static (_, size) => string.Concat(Enumerable.Repeat("---\n[\n", size)),
        static (_, size) => string.Concat(Enumerable.Repeat("a: 1\n", size)),
        static (_, size) => "a: &a {x: 1}\n" + string.Concat(Enumerable.Repeat("<<: *a\n", size)),
        static (_, size) => Numbered(size, static i => i == 0 ? "m0: &m0 {k0: v}\n" : $"m{i}: &m{i} {{<<: *m{i - 1}, k{i}: v}}\n"),
        static (_, size) => "x: \"" + new string('a', size * 10) + "\"\n",
        static (_, size) => "x: |\n" + string.Concat(Enumerable.Repeat("  a\n", size)),
        static (_, size) => new string('#', size) + "\n" + string.Concat(Enumerable.Repeat("# isolation: disable ISM1001 -- why\n", size)),
        static (_, size) => "%TAG ! tag:x\n" + string.Concat(Enumerable.Repeat("--- !a b\n", size)),
        static (_, size) => new string(' ', size) + "\n" + new string('\t', size),
        // Kubernetes.
        static (_, size) => Pod + "spec:\n  containers:\n" + Numbered(size, static i => $"  - {{ name: c{i}, securityContext: {{ privileged: true, capabilities: {{ add: [SYS_ADMIN, NET_RAW] }} }} }}\n"),
        static (_, size) => Pod + "spec:\n  volumes:\n" + Numbered(size, static i => $"  - {{ name: v{i}, hostPath: {{ path: /etc/{i} }} }}\n") + "  containers:\n  - name: c\n    volumeMounts:\n" + Numbered(size, static i => $"    - {{ name: v{i}, mountPath: /m{i} }}\n"),
        static (_, size) => "apiVersion: v1\nkind: List\nitems:\n" + Numbered(size, static i => $"- {{ apiVersion: v1, kind: Pod, metadata: {{ name: p{i}, namespace: n{i} }}, spec: {{ hostPID: true, containers: [{{ name: c }}] }} }}\n"),
        static (_, size) => string.Concat(Enumerable.Repeat("apiVersion: v1\nkind: List\nitems:\n- ", 1)) + Nest("{ apiVersion: v1, kind: List, items: [", Math.Min(size, 120), "] }"),
        static (_, size) => Numbered(size, static i => $"---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: r{i} }}\nhandler: h{i}\n") + "---\n" + Pod + "spec: { runtimeClassName: r1, containers: [{ name: c }] }\n",
        static (_, size) => Numbered(size, static i => $"---\napiVersion: v1\nkind: Namespace\nmetadata: {{ name: n{i}, labels: {{ pod-security.kubernetes.io/enforce: restricted }} }}\n"),
        static (_, size) => "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    isolationmodel.dev/needs: \"" + Numbered(size, static i => $"need{i},") + "\"\nspec: { containers: [{ name: c }] }\n",
        static (_, size) => "x: &c { name: c, securityContext: { privileged: true } }\n" + Pod + "spec:\n  containers: [" + string.Concat(Enumerable.Repeat("*c,", size)) + "]\n",
        // Compose.
        static (_, size) => "services:\n" + Numbered(size, static i => $"  s{i}: {{ image: x, privileged: true, extends: {{ service: s{i + 1} }} }}\n"),
        static (_, size) => "services:\n  a: { image: x, extends: { service: b } }\n  b: { image: x, extends: { service: a } }\n" + Numbered(size, static i => $"  c{i}: {{ extends: a }}\n"),
        static (_, size) => "services:\n  a:\n    image: x\n    volumes:\n" + Numbered(size, static i => $"    - /etc/{i}:/x{i}\n") + "    cap_add:\n" + Numbered(size, static i => $"    - CAP_{i}\n"),
        static (_, size) => "services:\n  a: { image: \"" + string.Concat(Enumerable.Repeat("${A:-", size)) + new string('}', size) + "\" }\n",
        static (_, size) => "include: [" + string.Concat(Enumerable.Repeat("compose.yaml,", size)) + "]\nservices: { a: { image: x } }\n",
        // Kustomize.
        static (_, size) => "resources: [" + Numbered(size, static i => $"r{i}.yaml,") + "., ..]\npatches:\n" + Numbered(size, static i => $"- {{ path: p{i}.yaml, target: {{ kind: Pod, name: \"(a*)*{i}\" }} }}\n"),
        // TOML.
        static (_, size) => "version = 2\n" + Numbered(size, static i => $"[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.r{i}]\nruntime_type = \"io.containerd.runsc.v1\"\n"),
        static (_, size) => "[" + string.Join('.', Enumerable.Repeat("a", size)) + "]\n",
        static (_, size) => string.Concat(Enumerable.Repeat("[[a]]\n", size)) + "x = " + new string('[', size) + new string(']', size) + "\n",
        // JSON Patch and the model.
        static (_, size) => "[" + string.Join(',', Enumerable.Repeat("{ \"op\": \"add\", \"path\": \"/spec/a/-\", \"value\": {} }", size)) + "]",
        static (_, size) => "{ \"formatVersion\": \"1.0\", \"model\": { \"id\": \"x\", \"version\": \"1\" }, \"technologies\": [" + string.Join(',', Enumerable.Range(0, size).Select(static i => $"{{ \"id\": \"t{i}\", \"basedOn\": \"t{i + 1}\" }}")) + "] }",
    ];

    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n";

    /// <summary>Makes a text.</summary>
    public static string Make(Random random)
    {
        var size = random.Next(12) switch { 0 => random.Next(2000, 20_000), < 4 => random.Next(200, 2000), _ => random.Next(1, 200) };
        return All[random.Next(All.Length)](random, size);
    }

    private static string Bomb(int levels, int width)
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < levels; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", width))}]\n");
        }

        return text.ToString();
    }

    private static string Nest(string open, int depth, string close) => string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth));

    private static string Numbered(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
