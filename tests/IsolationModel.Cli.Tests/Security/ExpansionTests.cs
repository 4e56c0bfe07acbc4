using System.Globalization;
using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Security;

/// <summary>Small inputs that mean enormous ones: the work is bounded, what was left out is told, and the neighbour is judged.</summary>
[Collection(Alone.Name)]
public sealed class ExpansionTests
{
    private const string Head = "apiVersion: v1\nkind: Pod\n";

    [Theory]
    [InlineData("aliases")]
    [InlineData("merge keys")]
    [InlineData("kustomize")]
    [InlineData("kustomize components")]
    [InlineData("compose extends")]
    [InlineData("compose include")]
    [InlineData("compose variables")]
    [InlineData("lists")]
    [InlineData("capabilities")]
    public async Task Work_is_bounded_and_what_was_left_out_is_told(string what)
    {
        using var workspace = new Workspace();
        var isTold = Write(workspace, what);
        workspace.Add("neighbour.yaml", Samples.Unsafe);
        var allocated = GC.GetTotalAllocatedBytes();

        var run = await Task.Run(() => workspace.Run("check", ".", "--no-config"), TestContext.Current.CancellationToken).WaitAsync(ToolProcess.Patience, TestContext.Current.CancellationToken);

        Assert.Single(run.FindingLines, static line => line.StartsWith("neighbour.yaml(7,1): warning ISM1001: ", StringComparison.Ordinal));
        Assert.Equal(isTold, run.FindingLines.Count > 1);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 8L * 1024 * 1024 * 1024);
        Assert.DoesNotContain("ISM9001", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Writes the input; whether there is something to tell of it.</summary>
    private static bool Write(Workspace workspace, string what)
    {
        switch (what)
        {
            case "aliases":
                workspace.Add("bomb.yaml", $"{Head}a0: &a0 [x, x]\n" + Levels(40, static i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
                return true;
            case "merge keys":
                workspace.Add("bomb.yaml", $"{Head}a0: &a0 {{ k0: x, l0: x }}\n" + Levels(40, static i => $"a{i}: &a{i} {{ <<: [*a{i - 1}, *a{i - 1}], k{i}: *a{i - 1}, l{i}: *a{i - 1} }}\n"));
                return true;
            case "kustomize":
                Layers(workspace, "resources");
                return true;
            case "kustomize components":
                Layers(workspace, "components");
                return true;
            case "compose extends":
                // Each service extends the one before it, in a chain of files and of services.
                workspace.Add("compose.yaml", "services:\n  s0: { image: a, privileged: true, labels: { isolationmodel.dev/level: high } }\n" + Levels(5_000, static i => $"  s{i}: {{ extends: {{ service: s{i - 1} }} }}\n"));
                return true;
            case "compose include":
                for (var i = 0; i < 25; i++)
                {
                    workspace.Add($"l{i}/compose.yaml", i == 24 ? "services: { a: { image: a } }\n" : $"include: [../l{i + 1}/compose.yaml, {{ path: [../l{i + 1}/compose.yaml, ../l{i + 1}/compose.yaml] }}]\n");
                }

                return true;
            case "compose variables":
                workspace.Add(".env", "V0=xxxxxxxxxxxxxxxx\n" + Levels(60, static i => $"V{i}=${{V{i - 1}}}${{V{i - 1}}}\n"));
                workspace.Add("compose.yaml", "services:\n  a: { image: a, runtime: \"${V60}\", labels: { isolationmodel.dev/level: high } }\n");
                return true;
            case "lists":
                workspace.Add("list.yaml", string.Concat(Enumerable.Repeat("apiVersion: v1\nkind: List\nitems:\n- ", 1)) + string.Concat(Enumerable.Range(0, 100).Select(static i => "{ apiVersion: v1, kind: List, items: [")) + string.Concat(Enumerable.Repeat("] }", 100)) + "\n");
                return false;
            default:
                workspace.Add("pod.yaml", $"{Head}metadata: {{ name: a, annotations: {{ isolationmodel.dev/level: high }} }}\nspec:\n  containers:\n" + Levels(2_000, static i => $"  - {{ name: c{i}, image: a, securityContext: {{ privileged: true, capabilities: {{ add: [SYS_ADMIN, ALL, X{i}] }} }} }}\n"));
                return true;
        }
    }

    /// <summary>Each kustomization names the next one ten times over: ten to the twelfth pods.</summary>
    private static void Layers(Workspace workspace, string key)
    {
        for (var i = 0; i < 12; i++)
        {
            var next = string.Join(", ", Enumerable.Range(0, 10).Select(copy => $"../l{i + 1}c{copy}"));
            for (var copy = 0; copy < (i == 0 ? 1 : 10); copy++)
            {
                workspace.Add($"l{i}c{copy}/kustomization.yaml", $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: {(key == "components" && i > 0 ? "Component" : "Kustomization")}\nnamePrefix: p{copy}-\n{key}: [{next}]\nresources: [pod.yaml]\n"
                    .Replace(key == "resources" ? "resources: [pod.yaml]\n" : "\0", string.Empty, StringComparison.Ordinal));
                workspace.Add($"l{i}c{copy}/pod.yaml", Samples.Quiet);
            }
        }

        for (var copy = 0; copy < 10; copy++)
        {
            workspace.Add($"l12c{copy}/kustomization.yaml", $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: {(key == "components" ? "Component" : "Kustomization")}\nresources: [pod.yaml]\n").Add($"l12c{copy}/pod.yaml", Samples.Unsafe);
        }
    }

    private static string Levels(int count, Func<int, string> level)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{level(i)}");
        }

        return text.ToString();
    }
}
