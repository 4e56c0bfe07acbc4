using System.Text.Json;
using CsCheck;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Explaining;

/// <summary>What is promised to change a verdict changes it when it is done for real.</summary>
public sealed class CounterfactualPropertyTests
{
    private static readonly string[] Pod = ["hostPID: true", "hostIPC: true", "hostNetwork: true", "hostUsers: false"];
    private static readonly string[] Context = ["privileged: true", "procMount: Unmasked", "capabilities: { add: [SYS_ADMIN, NET_ADMIN, SYS_MODULE] }", "seccompProfile: { type: Unconfined }", "appArmorProfile: { type: Unconfined }", "allowPrivilegeEscalation: false"];

    [Fact]
    public void What_is_promised_is_what_comes()
    {
        var promised = 0;
        Gen.Int[0, int.MaxValue].Sample(
            seed =>
            {
                var (text, need) = Write(new Random(seed));
                using var workspace = new Workspace().Add("pod.yaml", text);
                foreach (var argument in Arguments(workspace, LineOf(text, "spec:")).Concat(Arguments(workspace, LineOf(text, "  containers:"))).Concat(AllArguments(workspace, text)))
                {
                    if (!argument.TryGetProperty("wouldChangeTheVerdict", out var sets))
                    {
                        continue;
                    }

                    foreach (var set in sets.EnumerateArray())
                    {
                        using var other = new Workspace();
                        Make(other, text, set.GetProperty("changes"));
                        var report = other.Run(["check", "pod.yaml", "--format", "json", .. other.PathOf("nodes.isolation.json") is var overlay && File.Exists(overlay) ? new[] { "--model", "nodes.isolation.json" } : []]);
                        var left = report.Json().GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("need").GetString() == need).Select(static finding => finding.GetProperty("message").GetString());
                        Assert.True(!left.Any(), $"{set}\n{text}\n{File.ReadAllText(other.PathOf("pod.yaml"))}\n{string.Join('\n', left)}");
                        Interlocked.Increment(ref promised);
                    }
                }
            },
            iter: 300,
            threads: 2);
        Assert.True(promised > 100, $"only {promised} sets were promised");
    }

    private static IEnumerable<JsonElement> AllArguments(Workspace workspace, string text) =>
        Enumerable.Range(1, text.Split('\n').Length - 1).Where(line => text.Split('\n')[line - 1].Contains("true", StringComparison.Ordinal)).Take(2).SelectMany(line => Arguments(workspace, line));

    private static List<JsonElement> Arguments(Workspace workspace, int line) =>
        [.. workspace.Run("explain", $"pod.yaml:{line}", "--format", "json").Json().GetProperty("arguments").EnumerateArray().Where(static argument => argument.GetProperty("finding").ValueKind == JsonValueKind.Object)];

    private static (string Text, string Need) Write(Random random)
    {
        var need = new[] { "untrusted-code", "level:medium", "level:low", "level:high", "hostile-tenants" }[random.Next(5)];
        var classes = new[] { ("sandbox", "runsc"), ("machine", "kata-qemu"), ("plain", "runc") }.Where(_ => random.Next(2) == 0).ToList();
        var head = string.Concat(classes.Select(one => $"apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: {one.Item1} }}\nhandler: {one.Item2}\n---\n"));
        var picked = classes.Count > 0 && random.Next(2) == 0 ? $"  runtimeClassName: {classes[random.Next(classes.Count)].Item1}\n" : string.Empty;
        var pod = string.Concat(Pod.Where(_ => random.Next(3) == 0).Select(static line => $"  {line}\n"));
        var context = string.Concat(Context.Where(_ => random.Next(3) == 0).Select(static line => $"        {line}\n"));
        context = context.Length > 0 ? $"      securityContext:\n{context}" : string.Empty;
        return ($"{head}apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    isolationmodel.dev/needs: {need}\nspec:\n{picked}{pod}  containers:\n    - name: a\n      image: a\n{context}", need);
    }

    private static void Make(Workspace workspace, string text, JsonElement changes)
    {
        var facts = new List<string>();
        var lines = text.Split('\n').ToList();

        // From behind, so that the places in front stay; a line of its own comes last.
        foreach (var change in changes.EnumerateArray().Where(static change => change.GetProperty("kind").GetString() == "setting").OrderByDescending(static change => change.GetProperty("at").GetProperty("line").GetInt32()))
        {
            var at = change.GetProperty("at");
            var (line, start, end) = (at.GetProperty("line").GetInt32() - 1, at.GetProperty("column").GetInt32() - 1, at.GetProperty("endColumn").GetInt32() - 1);
            var items = change.GetProperty("items").EnumerateArray().Select(static item => item.GetString()!).ToList();
            var old = lines[line][start..end];
            var replacement = items.Count > 0
                ? $"[{string.Join(", ", old.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries).Except(items))}]"
                : change.GetProperty("replacement").GetString();
            lines[line] = lines[line][..start] + replacement + lines[line][end..];
        }

        foreach (var change in changes.EnumerateArray())
        {
            switch (change.GetProperty("kind").GetString())
            {
                case "nodeFact":
                    facts.Add($"\"{change.GetProperty("nodeFact").GetString()}\": true");
                    break;
                case "runtime":
                    lines.RemoveAll(static line => line.StartsWith("  runtimeClassName:", StringComparison.Ordinal));
                    lines.Insert(lines.IndexOf("spec:") + 1, $"  runtimeClassName: {change.GetProperty("runtime").GetString()}");
                    break;
                default:
                    break;
            }
        }

        workspace.Add("pod.yaml", string.Join('\n', lines));
        if (facts.Count > 0)
        {
            workspace.Add("nodes.isolation.json", $$"""{ "formatVersion": "1.0", "model": { "id": "nodes", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, "nodes": { {{string.Join(", ", facts)}} } }""");
        }
    }

    private static int LineOf(string text, string line) => Array.IndexOf(text.Split('\n'), line) + 1;
}
