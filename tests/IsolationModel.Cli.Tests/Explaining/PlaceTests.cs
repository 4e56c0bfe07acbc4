using System.Text.Json;
using IsolationModel.Cli.Fixing;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Descriptors;

namespace IsolationModel.Cli.Tests.Explaining;

/// <summary><c>isolation explain file:line</c>.</summary>
public sealed class PlaceTests
{
    private const string Classes = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: plain }
        handler: runc
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: machine }
        handler: kata-qemu
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: sandbox }
        handler: runsc

        """;

    private const string Weakened = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugins
          namespace: shop
          annotations:
            isolationmodel.dev/needs: untrusted-code, startup <= 2 s
        spec:
          runtimeClassName: plain
          hostPID: true
          containers:
            - name: host
              image: example.org/host:1
              securityContext:
                capabilities:
                  add: [SYS_ADMIN, NET_ADMIN]

        """;

    private const string Compose = """
        services:
          render:
            image: example.org/render:1
            x-isolation: level:medium
            pid: host
            security_opt:
              - seccomp:unconfined

        """;

    [Fact]
    public void A_finding_is_explained_in_full()
    {
        using var workspace = new Workspace().Add("classes.yaml", Classes).Add("web.yaml", Weakened);
        var run = workspace.Run("explain", "web.yaml:9");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Golden.Verify("FindingArgument.verified.txt", run.Output);
    }

    [Fact]
    public void Programs_are_told_the_same()
    {
        using var workspace = new Workspace().Add("classes.yaml", Classes).Add("web.yaml", Weakened);
        Golden.Verify("FindingArgument.verified.json", workspace.Run("explain", "web.yaml:9", "--format", "json").Output);
    }

    [Fact]
    public void In_compose_the_words_are_those_of_compose()
    {
        using var workspace = new Workspace().Add("compose.yaml", Compose);
        Golden.Verify("ComposeArgument.verified.txt", workspace.Run("explain", "compose.yaml:5").Output);
    }

    [Theory]
    [InlineData("web.yaml:9")]
    [InlineData("web.yaml:9:21")]
    [InlineData("web.yaml(9,21)")]
    [InlineData("./web.yaml(9)")]
    public void Places_are_written_as_compilers_and_editors_write_them(string place)
    {
        using var workspace = new Workspace().Add("classes.yaml", Classes).Add("web.yaml", Weakened);
        Assert.StartsWith("web.yaml(9,21): warning ISM1001: ", workspace.Run("explain", place).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_finding_it_is_told_why_there_is_none()
    {
        using var workspace = new Workspace().Add("a.yaml", Classes + "---\n" + Samples.Unproven.Replace("gvisor", "sandbox", StringComparison.Ordinal));
        var run = workspace.Run("explain", "a.yaml:26");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("a.yaml(26,1): no finding is here; this is why\nPod renderer, a.yaml(19,9)\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"RuntimeClass 'sandbox' has handler 'runsc' +a\.yaml\(14,10\)\n", run.Output);
        Assert.Contains("workload as a whole: suitable\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What would change", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_finding_it_is_told_where_the_finding_stands()
    {
        using var workspace = new Workspace().Add("classes.yaml", Classes).Add("web.yaml", Weakened);
        var run = workspace.Run("explain", "web.yaml:4");
        Assert.StartsWith("web.yaml(4,1): no finding is here; of its workload are found, each to be explained at its own place:\n  web.yaml(9,21): warning ISM1001: Runtime fails a declared need\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("this is why", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(workspace.Run("explain", "web.yaml:4", "--format", "json").Output);
        var elsewhere = json.RootElement.GetProperty("arguments")[0].GetProperty("elsewhere");
        Assert.Equal("ISM1001", elsewhere[0].GetProperty("ruleId").GetString());
        Assert.Equal(9, elsewhere[0].GetProperty("at").GetProperty("line").GetInt32());
    }

    [Fact]
    public void An_object_is_explained_for_each_overlay_that_deploys_it()
    {
        const string overlay = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n";
        using var workspace = new Workspace().Add("base/a.yaml", Samples.Unsafe)
            .Add("base/kustomization.yaml", overlay.Replace("../base", "a.yaml", StringComparison.Ordinal))
            .Add("dev/kustomization.yaml", overlay + "namePrefix: dev-\n").Add("prod/kustomization.yaml", overlay + "namePrefix: prod-\n");
        var run = workspace.Run("explain", "base/a.yaml:4");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" of dev, base/a.yaml", run.Output, StringComparison.Ordinal);
        Assert.Contains(" of prod, base/a.yaml", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_elsewhere_is_judged_along()
    {
        using var workspace = new Workspace().Add("cluster/classes.yaml", Classes).Add("app/a.yaml", Samples.Unproven.Replace("gvisor", "sandbox", StringComparison.Ordinal));
        Assert.Contains("workload as a whole: suitable", workspace.Run("explain", "app/a.yaml:8").Output, StringComparison.Ordinal);
        Assert.Contains("ISM1502", workspace.Run("explain", "app/a.yaml:8", "--in", "app").Output, StringComparison.Ordinal);
        Assert.Contains("workload as a whole: suitable", workspace.Run("explain", "app/a.yaml:8", "--in", "app", "--in", "cluster").Output, StringComparison.Ordinal);
    }

    /// <summary>What the editor says of the place: a RuntimeClass is no workload, and nothing is wrong with it.</summary>
    [Theory]
    [InlineData("classes.yaml:9", "handler kata-qemu: Kata Containers (kata)")]
    [InlineData("classes.yaml:9:12", "handler kata-qemu: Kata Containers (kata)")]
    [InlineData("classes.yaml:7", "RuntimeClass machine: Kata Containers (kata)")]
    [InlineData("isolation.json:2", "high (level:high)")]
    [InlineData("isolation.json:3", "untrusted code (untrusted-code)")]
    public void Words_without_a_workload_are_explained(string place, string expected)
    {
        using var workspace = new Workspace().Add("classes.yaml", Classes).Add("a.yaml", Samples.Quiet)
            .Add("isolation.json", "{ \"overrides\": [ { \"paths\": [\"other/**\"],\n  \"level\": \"high\",\n  \"needs\": [\"untrusted-code\"] } ] }");

        var run = workspace.Run("explain", place);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains($"no finding is here; this is what stands here\n\n{expected}\n", run.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(workspace.Run("explain", place, "--format", "json").Output).RootElement;
        Assert.Equal(expected, json.GetProperty("meanings")[0].GetProperty("text")[0].GetString());
    }

    /// <summary>A stream may hold a RuntimeClass beside much else.</summary>
    [Theory]
    [InlineData("classes.yaml:2", false)]
    [InlineData("classes.yaml:5", true)]
    [InlineData("classes.yaml:7", true)]
    [InlineData("classes.yaml:10", false)]
    [InlineData("classes.yaml:12", false)]
    public void A_class_is_explained_in_its_own_document(string place, bool isExplained)
    {
        const string other = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n";
        using var workspace = new Workspace().Add(
            "classes.yaml", other + "---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  labels: { a: b }\n  name: machine\n---\n" + other);

        var run = workspace.Run("explain", place);

        Assert.Equal(isExplained, run.Output.Contains("RuntimeClass machine", StringComparison.Ordinal));
        Assert.Equal(isExplained ? 0 : 1, run.ExitCode);
    }

    [Fact]
    public void Of_a_file_that_is_no_descriptor_no_more_is_read_than_of_one()
    {
        using var workspace = new Workspace();
        using (var file = File.Create(workspace.PathOf("large.json")))
        {
            file.SetLength(16L * DescriptorLimits.FileSize);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Draft.Open(new InputFile(workspace.PathOf("large.json"), "large.json", DescriptorExpectation.Found, IsNamed: true)).Draft);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L * DescriptorLimits.FileSize);
    }

    [Fact]
    public void Where_nothing_is_the_exit_code_says_so()
    {
        using var workspace = new Workspace().Add("notes.yaml", "a: 1\n");
        var run = workspace.Run("explain", "notes.yaml:1");
        Assert.Equal((1, "notes.yaml(1,1): no finding and no workload is here\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("nowhere.yaml:3", "there is no file 'nowhere.yaml'")]
    [InlineData("runnc:3", "the model has nothing that is called 'runnc:3'")]
    public void A_file_that_does_not_exist_is_told(string place, string why)
    {
        using var workspace = new Workspace();
        workspace.Run("explain", place).AssertRefused(why);
    }

    [Theory]
    [InlineData("a.yaml", "'a.yaml' names no line of 'a.yaml'; write a.yaml:1")]
    [InlineData("a.yaml:0", "'a.yaml:0' names no line of 'a.yaml'; write a.yaml:1")]
    [InlineData("a.yaml(x,1)", "'a.yaml(x,1)' names no line of 'a.yaml'; write a.yaml:1")]
    [InlineData("a.yaml:12", "'a.yaml' ends at line 11, so it has no line 12")]
    [InlineData("isolation.json:999", "'isolation.json' ends at line 2, so it has no line 999")]
    [InlineData("notes.txt:4", "'notes.txt' ends at line 3, so it has no line 4")]
    public void A_line_that_a_file_does_not_have_is_told(string place, string why)
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Unsafe).Add("isolation.json", "{}\n").Add("notes.txt", "a\nb\n");
        workspace.Run("explain", place).AssertRefused(why);
    }

    [Fact]
    public void A_technology_is_explained_as_before()
    {
        using var workspace = new Workspace();
        Assert.StartsWith("gVisor (gvisor)", workspace.Run("explain", "gvisor").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppressed_finding_is_explained_with_its_suppression()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Unsafe.Replace("spec:", "spec: # isolation: disable ISM1001 until 2026-12-31 -- moves to gVisor", StringComparison.Ordinal));
        var run = workspace.Run("explain", "a.yaml:7");
        Assert.Contains("a.yaml(7,1): warning ISM1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("suppressed in a.yaml until 2026-12-31: moves to gVisor\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing of this run would", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_model_is_explained()
    {
        using var workspace = new Workspace().Add("bad.isolation.json", Samples.Mistaken);
        var run = workspace.Run("explain", "bad.isolation.json:4", "--model", "bad.isolation.json");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("bad.isolation.json(4,", run.Output, StringComparison.Ordinal);
        Assert.Contains("error ISM0003", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_kustomization_renders_is_explained_where_it_is_written()
    {
        using var workspace = new Workspace()
            .Add("base/pod.yaml", Samples.Unsafe)
            .Add("base/kustomization.yaml", "resources: [pod.yaml]\n")
            .Add("prod/kustomization.yaml", "resources: [../base]\nnamespace: prod\n");
        var run = workspace.Run("explain", "base/pod.yaml:7");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("base/pod.yaml(7,1): warning ISM1001: Pod prod/plugins of prod", run.Output, StringComparison.Ordinal);
        Assert.Contains("declared at base/pod.yaml(6,31)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_in_a_template_is_explained()
    {
        using var workspace = new Workspace()
            .Add("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n")
            .Add("chart/templates/pod.yaml", Samples.Unsafe.Replace("example.org/host:1", "{{ .Values.image }}", StringComparison.Ordinal) + "      securityContext:\n        privileged: true\n");
        var check = workspace.Run("check", ".");
        var line = check.FindingLines.First(line => line.StartsWith("chart/templates/pod.yaml(", StringComparison.Ordinal));
        var run = workspace.Run("explain", line[..(line.IndexOf(')', StringComparison.Ordinal) + 1)]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(line, run.Output, StringComparison.Ordinal);
    }
}
