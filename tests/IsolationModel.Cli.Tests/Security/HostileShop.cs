using System.Text;
using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Security;

/// <summary>A folder in which everything that can have a name has a hostile one.</summary>
internal static class HostileShop
{
    /// <summary>A name that has nothing to hide.</summary>
    public const string Plain = "plain";

    /// <summary>What somebody would try who may name things.</summary>
    public static string[] Names { get; } =
    [
        "<script>alert(1)</script>",
        "]]><x/>",
        "\" onload=\"alert(1)",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "\u001b[2J\u001b[1A",
        "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\",
        "\u009b2J\u0090q\u009c",
        "a\r\nb.yaml(1,1): error ISM0000: forged",
        "\u202Egpj.exe\u2066\u2069\u200B\uFEFF",
        "::error::forged",
        "::stop-commands::x",
        "  ::add-mask::x",
        "%0A::set-output name=x::y",
        "##vso[task.setvariable variable=x]y",
        "##[error]forged",
        "##teamcity[buildStop comment='x']",
        "a | b `c` **d** <b>e</b>",
        "[x](javascript:alert(1))",
        "![x](http://evil.example/x.png) @team #1",
        "=cmd|'/c calc'!A1",
        "+1+cmd",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "a\0b",
        "\u2028\u2029\u0085",
        "{{ x }} ${y} $(z) {0} %s",
        "-----BEGIN",
        "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y",
    ];

    /// <summary>The commands; <c>*</c> stands for the name.</summary>
    public static string[][] Commands { get; } =
    [
        ["check", "deploy", "--format", "text"],
        ["check", "deploy", "--model", "shop.isolation.json"],
        ["check", "deploy", "--explain-config"],
        ["check", "deploy", "--explain-config", "--need", "*", "--format", "json"],
        ["check", "*"],
        ["check", "deploy", "--*"],
        ["check", "deploy", "--model", "*"],
        ["check", "deploy", "--config", "*"],
        ["check", "deploy", "--baseline", "*"],
        ["check", "deploy", "--level", "*"],
        ["check", "deploy", "--scenario", "*"],
        ["check", "deploy", "--need", "*"],
        ["check", "deploy", "--day", "*"],
        ["check", "deploy", "--format", "*"],
        ["check", "deploy", "--output", "nowhere/*"],
        ["check", "deploy", "--compose", "*"],
        ["check", "deploy", "--preset", "*"],
        ["check", "deploy", "--config", "hostile.json"],
        ["fix", "deploy", "--check"],
        ["fix", "deploy", "--rule", "*"],
        ["explain", "deploy/pod.yaml:14", "--in", "deploy"],
        ["explain", "deploy/pod.yaml:28", "--in", "deploy"],
        ["explain", "*"],
        ["explain", "contoso", "--model", "shop.isolation.json"],
        ["explain", "gvisor", "--under", "*"],
        ["init", "deploy", "--dry-run"],
        ["init", "*"],
        ["init", ".", "--level", "*"],
        ["export", "--policy", "*", "--level", "high"],
        ["export", "--policy", "vap", "--need", "*"],
        ["export", "--policy", "vap", "--level", "low", "--model", "broken.isolation.json"],
        ["rules", "show", "*"],
        ["rules", "list", "--category", "*"],
        ["rules", "--check", "rules.md"],
        ["rules", "--check", "*"],
        ["rules", "globalconfig", "*"],
        ["recommend", "--need", "*"],
        ["recommend", "--scenario", "*"],
        ["recommend", "--goal", "*"],
        ["recommend", "--need", "untrusted-code", "--model", "shop.isolation.json", "--top", "100"],
        ["compare", "contoso", "gvisor", "--model", "shop.isolation.json"],
        ["compare", "*", "gvisor"],
        ["tree", "--answer", "*"],
        ["tree", "--tree", "*"],
        ["model", "list", "--model", "shop.isolation.json"],
        ["model", "list", "--kind", "*"],
        ["model", "show", "contoso", "--model", "shop.isolation.json"],
        ["model", "show", "*"],
        ["model", "find", "*"],
        ["model", "validate", "shop.isolation.json", "broken.isolation.json"],
        ["model", "validate", "*"],
        ["model", "diff", "shop.isolation.json"],
        ["completion", "*"],
        ["*"],
    ];

    /// <summary>The folder.</summary>
    public static Workspace Of(string name)
    {
        var yaml = Yaml(name);
        var json = Json(name);
        return new Workspace()
            .Add("deploy/pod.yaml", $$"""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: {{yaml}}
                  namespace: {{yaml}}
                  annotations:
                    isolationmodel.dev/needs: untrusted-code
                    isolationmodel.dev/disable: {{Yaml("ISM2002 -- " + name)}}
                  labels: { app: {{yaml}} }
                spec:
                  hostNetwork: true
                  serviceAccountName: {{yaml}}
                  nodeSelector: { {{yaml}}: {{yaml}} }
                  runtimeClassName: {{yaml}}
                  volumes: [{ name: {{yaml}}, hostPath: { path: {{Yaml("/" + name)}} } }]
                  containers:
                    - name: {{yaml}}
                      image: {{yaml}}
                      securityContext: { privileged: true, capabilities: { add: [{{yaml}}] }, seccompProfile: { type: Localhost, localhostProfile: {{yaml}} } }
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: misspelt
                  annotations:
                    isolationmodel.dev/needs: {{yaml}}
                    isolationmodel.dev/level: {{yaml}}
                    isolationmodel.dev/scenario: {{yaml}}
                    isolationmodel.dev/disable: {{yaml}}
                spec:
                  containers: [{ name: a, image: a }]

                """)
            .Add("deploy/class.yaml", $"apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {{ name: {yaml} }}\nhandler: {yaml}\nscheduling: {{ nodeSelector: {{ {yaml}: {yaml} }} }}\n")
            .Add("deploy/compose.yaml", $"name: {yaml}\nservices:\n  {yaml}:\n    image: {yaml}\n    runtime: {yaml}\n    extends: {{ file: {yaml}, service: {yaml} }}\n    env_file: {yaml}\n    x-isolation: {{ needs: [untrusted-code], {yaml}: {yaml} }}\n    privileged: true\n    volumes: [{Yaml("/" + name + ":/x")}]\ninclude: [{yaml}]\n")
            .Add("deploy/kustomization.yaml", $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamePrefix: {yaml}\nresources: [pod.yaml, {yaml}]\npatches: [{{ path: {yaml} }}]\n")
            .Add("deploy/broken.yaml", $"apiVersion: v1\nkind: Pod\n{yaml}: [\n")
            .Add("deploy/twice.yaml", $"apiVersion: v1\nkind: Pod\n{yaml}: 1\n{yaml}: 2\nspec: *{FileName(name).Replace(' ', '_')}\n")
            .Add($"deploy/{FileName(name)}.yaml", Samples.Unsafe)
            .Add("shop.isolation.json", $$"""
                {
                  "formatVersion": "1.0",
                  "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
                  "sources": { "lab": { "title": {{json}}, "kind": "measured", "asOf": "2026-09", "url": {{json}} } },
                  "forbidden": { "runc": { "reason": {{json}} } },
                  "names": { "runtimeClass": { {{json}}: { "technology": "gvisor", "note": {{json}} } } },
                  "technologies": { "contoso": { "name": {{json}}, "kind": "runtime", "mechanism": "vm", "summary": {{json}},
                    "values": { "boundary": { "value": "hardware-vm", "source": "lab", "note": {{json}}, "condition": {{json}} } } } }
                }
                """)
            .Add("broken.isolation.json", $$"""{ "formatVersion": "1.0", "model": { "id": {{json}}, "version": {{json}} }, {{json}}: {{json}}, "forbidden": { {{json}}: { "reason": {{json}} } }, "technologies": { {{json}}: { "name": {{json}}, "kind": {{json}} } } }""")
            .Add("hostile.json", $$"""{ {{json}}: {{json}}, "level": {{json}}, "paths": [{{json}}], "models": [{{json}}], "baseline": {{json}}, "preset": {{json}}, "severity": { {{json}}: {{json}} }, "nodes": { {{json}}: true }, "needs": [{{json}}] }""")
            .Add("rules.md", $"<!-- begin: isolation rules markdown --pages {name.ReplaceLineEndings(" ")} -->\n<!-- end: isolation rules markdown --pages {name.ReplaceLineEndings(" ")} -->\n");
    }

    /// <summary>What of a name a file can be called.</summary>
    public static string FileName(string name) => OperatingSystem.IsWindows() ? "plain" : name.Replace("/", "_", StringComparison.Ordinal).Replace("\0", "_", StringComparison.Ordinal);

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Yaml(string name)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in name.EnumerateRunes())
        {
            text.Append(rune.Value is >= 0x20 and < 0x7F and not ('"' or '\\') ? rune.ToString() : $"\\U{rune.Value:X8}");
        }

        return text.Append('"').ToString();
    }
}
