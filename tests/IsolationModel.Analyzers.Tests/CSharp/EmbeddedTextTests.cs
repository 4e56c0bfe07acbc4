using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Descriptors that stand in code as text.</summary>
public sealed class EmbeddedTextTests
{
    private static CodeTest Untrusted => new CodeTest(Libraries.KubernetesClient).Needs("untrusted-code");

    private static string Class(string members, string call) => $$"""
        using System.Collections.Generic;
        using k8s;
        using k8s.Models;

        public static class Deploy
        {
            {{members}}
            public static object Make(string given) => {{call}};
        }
        """.ReplaceLineEndings("\n");

    private const string Raw = """"
        """
            apiVersion: v1
            kind: Pod
            metadata:
              name: raw

            spec:
              runtimeClassName: runc
              containers: []
            """
        """";

    public static TheoryData<string, string> Texts() => new()
    {
        { $"KubernetesYaml.LoadAllFromString({Raw})", "runc" },
        { $"KubernetesYaml.Deserialize<V1Pod>({Raw})", "runc" },
        { """KubernetesYaml.Deserialize<V1Pod>("{ apiVersion: v1, kind: Pod, spec: { runtimeClassName: runc, containers: [] } }")""", "runc" },
        { """"KubernetesJson.Deserialize<V1Pod>("""{ "apiVersion": "v1", "kind": "Pod", "spec": { "runtimeClassName": "runc", "containers": [] } }""")"""", "\"runc\"" },
        { "KubernetesYaml.LoadAllFromString(@\"apiVersion: v1\nkind: Pod\nspec:\n  runtimeClassName: runc\n  containers: []\n\")", "runc" },
        // With escapes, the whole text is the place.
        { """KubernetesYaml.LoadAllFromString("apiVersion: v1\nkind: Pod\nspec:\n  runtimeClassName: runc\n  containers: []\n")""", "\"apiVersion: v1\\nkind: Pod\\nspec:\\n  runtimeClassName: runc\\n  containers: []\\n\"" },
        { "KubernetesYaml.LoadAllFromString(Text)", "runc" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_constant_text_is_judged_at_its_own_places(string call, string place)
    {
        var code = Class($"private const string Text = {Raw};", call);
        Assert.Equal([$"ISM1001 {place}"], await Untrusted.WithFile("class.yaml", MarkupTest.RuntimeClass("runc", "runc")).Findings(code));
    }

    [Fact]
    public async Task Windows_line_ends_keep_the_places()
    {
        var code = Class($"private const string Text = {Raw};", "KubernetesYaml.LoadAllFromString(Text)").ReplaceLineEndings("\r\n");
        Assert.Equal(["ISM1001 runc"], await Untrusted.WithFile("class.yaml", MarkupTest.RuntimeClass("runc", "runc")).Findings(code));
    }

    [Fact]
    public async Task Objects_in_texts_speak_for_pods_in_code()
    {
        var code = Class("private static readonly V1Pod Pod = new() { Spec = new() { RuntimeClassName = \"mine\", Containers = [] } };", "KubernetesYaml.LoadAllFromString(\"{ apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: { name: mine }, handler: runc }\")");
        Assert.Equal(["ISM1001 \"mine\""], await Untrusted.Findings(code));
    }

    [Theory]
    [InlineData("KubernetesYaml.LoadAllFromString(given)")]
    [InlineData("KubernetesYaml.LoadAllFromString(\"just words\")")]
    [InlineData("KubernetesYaml.Serialize(\"apiVersion: v1\")")]
    public async Task What_is_no_descriptor_is_passed_over(string call) => Assert.Empty(await Untrusted.Findings(Class(string.Empty, call)));
}
