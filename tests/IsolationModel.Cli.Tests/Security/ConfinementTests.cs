using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Security;

/// <summary>A run reads what was named and what lies below it; what descriptors refer to elsewhere is neither read, nor fetched, nor started.</summary>
public sealed class ConfinementTests
{
    private const string Canary = "apiVersion: v1\nkind: Pod\nmetadata: { name: canary, annotations: { isolationmodel.dev/needs: untrusted-code } }\nspec: { containers: [] }\n";

    /// <summary>Where a reference may try to lead; <c>*</c> stands for the folder beside the one that is checked.</summary>
    private static readonly string[] Elsewhere =
    [
        "*/canary.yaml",
        "../outside/canary.yaml",
        "./x/../../outside/canary.yaml",
        "..\\outside\\canary.yaml",
        "file://*/canary.yaml",
        "https://127.0.0.1:9/canary.yaml",
        "http://evil.example/canary.yaml",
        "git@github.com:evil/canary.git",
        "git::ssh://git@evil.example/canary.git",
        "github.com/evil/canary//base?ref=main",
        "oci://evil.example/canary",
        "\\\\evil.example\\share\\canary.yaml",
        "C:\\canary.yaml",
        "/etc/passwd",
        "/proc/self/environ",
        "~/canary.yaml",
        "${HOME}/canary.yaml",
        "$(touch canary)",
        "|touch canary",
    ];

    [Fact]
    public async Task Nothing_is_read_outside_nor_fetched_nor_started()
    {
        Assert.SkipUnless(SystemCallTrace.IsPossible, SystemCallTrace.Why);
        using var workspace = Hostile();
        string[][] commands =
        [
            ["check", "inside", "--format", "json"],
            ["check", "inside", "--compose", "inside/compose.yaml,inside/other.yaml"],
            ["fix", "inside", "--dry-run"],
            ["report", "inside", "--html", "report.html"],
            ["explain", "inside/compose.yaml:3", "--in", "inside"],
            ["init", "inside", "--dry-run"],
        ];
        foreach (var command in commands)
        {
            var trace = await SystemCallTrace.OfAsync(workspace, command);

            Assert.DoesNotContain("unforeseen", trace.Run.Error, StringComparison.Ordinal);
            Assert.Contains(trace.Opened, static path => path.EndsWith("inside/compose.yaml", StringComparison.Ordinal));
            Assert.DoesNotContain(trace.Opened, static path => path.Contains("canary", StringComparison.Ordinal) || path.Contains("outside", StringComparison.Ordinal) || path is "/etc/passwd" or "/proc/self/environ");
            Assert.Empty(trace.Connected);
            Assert.Empty(trace.Started);
            Assert.DoesNotContain("canary, ", trace.Run.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(workspace.Root, "canary", SearchOption.AllDirectories), static _ => true);
    }

    /// <summary>Links are followed within what was named; one that leads out is told, and is read once it is named.</summary>
    [Theory]
    [InlineData("../outside/canary.yaml")]
    [InlineData("*/outside/canary.yaml")]
    [InlineData("folder/canary.yaml")]
    public void A_link_that_leads_out_is_told_and_not_read(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("outside/canary.yaml", Canary).Add("inside/pod.yaml", Samples.Unsafe);
        Directory.CreateSymbolicLink(workspace.PathOf("inside/folder"), workspace.PathOf("outside"));
        File.CreateSymbolicLink(workspace.PathOf("inside/link.yaml"), target.Replace("*", workspace.Root, StringComparison.Ordinal));

        var run = workspace.Run("check", "inside");

        Assert.Equal("inside/link.yaml(1,1): warning ISM9008: the file could not be read: it is a link that leads out of what is checked; name it, and it is judged", run.FindingLines[0]);
        Assert.StartsWith("inside/pod.yaml(7,1): ", run.FindingLines[1], StringComparison.Ordinal);
        Assert.Equal(2, run.FindingLines.Count);

        var before = File.ReadAllText(workspace.PathOf("outside/canary.yaml"));
        workspace.Run("fix", "inside");
        Assert.Equal(before, File.ReadAllText(workspace.PathOf("outside/canary.yaml")));

        Assert.Contains("Pod canary", workspace.Run("check", "inside/link.yaml").Output, StringComparison.Ordinal);
        Assert.Contains("Pod canary", workspace.Run("check", "inside", "outside").FindingLines[0], StringComparison.Ordinal);
        workspace.Add("isolation.json", "{}");
        Assert.Contains("Pod canary", workspace.Run("check", "inside").FindingLines[0], StringComparison.Ordinal);
    }

    /// <summary>What may be no descriptor is told as well: nobody has looked into it.</summary>
    [Theory]
    [InlineData("link.json")]
    [InlineData(".env")]
    [InlineData("crio.conf")]
    public void A_link_that_leads_out_is_told_whatever_it_is_called(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("outside/canary.yaml", Canary).Add("inside/pod.yaml", Samples.Quiet);
        File.CreateSymbolicLink(workspace.PathOf($"inside/{name}"), "../outside/canary.yaml");

        Assert.StartsWith($"inside/{name}(1,1): warning ISM9008: ", Assert.Single(workspace.Run("check", "inside").FindingLines), StringComparison.Ordinal);
    }

    /// <summary>Two dots are the folder above the one that a link leads to, not above the link.</summary>
    [Fact]
    public void A_link_is_followed_from_where_its_folder_really_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("real/base/a.yaml", Samples.Unsafe).Add("real/deploy/b.yaml", Samples.Quiet).Add("base/a.yaml", string.Empty).Add("isolation.json", "{}");
        File.CreateSymbolicLink(workspace.PathOf("real/deploy/a.yaml"), "../base/a.yaml");
        Directory.CreateSymbolicLink(workspace.PathOf("deploy"), "real/deploy");

        Assert.StartsWith("deploy/a.yaml(7,1): warning ISM1001: ", Assert.Single(workspace.Run("check", "deploy").FindingLines), StringComparison.Ordinal);
        workspace.Run("check", "deploy/b.yaml", "--output", "text:deploy/a.yaml");
        Assert.Equal(string.Empty, File.ReadAllText(workspace.PathOf("base/a.yaml")));
        Assert.DoesNotContain("kind: Pod", File.ReadAllText(workspace.PathOf("real/base/a.yaml")), StringComparison.Ordinal);
    }

    /// <summary>As ConfigMaps are mounted, and as build systems lay out their inputs.</summary>
    [Fact]
    public void A_link_within_what_was_named_is_read_also_where_that_is_a_link_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("real/..2026/pod.yaml", Samples.Unsafe);
        File.CreateSymbolicLink(workspace.PathOf("real/..data"), "..2026");
        File.CreateSymbolicLink(workspace.PathOf("real/pod.yaml"), "..data/pod.yaml");
        Directory.CreateSymbolicLink(workspace.PathOf("named"), workspace.PathOf("real"));

        foreach (var folder in (string[])["real", "named"])
        {
            Assert.Contains(workspace.Run("check", folder).FindingLines, line => line.StartsWith($"{folder}/pod.yaml(7,1): warning ISM1001: ", StringComparison.Ordinal));
        }
    }

    /// <summary>Links in a folder are somebody else's word on where its files are.</summary>
    [Theory]
    [InlineData("isolation.json", false)]
    [InlineData("isolation.json", true)]
    [InlineData(".github", true)]
    public void Init_writes_nothing_through_a_link(string link, bool exists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("inside/pod.yaml", Samples.Unsafe);
        Directory.CreateDirectory(workspace.PathOf("outside"));
        var target = workspace.PathOf(link == ".github" ? "outside" : "outside/target");
        if (exists && link != ".github")
        {
            workspace.Add("outside/target", "as it was");
        }

        File.CreateSymbolicLink(workspace.PathOf($"inside/{link}"), target);
        var before = Directory.GetFileSystemEntries(workspace.PathOf("outside"));

        var run = workspace.Run("init", "inside", "--force", "--ci", "github");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is a link or lies behind one, so it is not written; remove the link", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(workspace.PathOf("outside")));
        Assert.All(before, static file => Assert.Equal("as it was", File.ReadAllText(file)));
    }

    private static Workspace Hostile()
    {
        var workspace = new Workspace();
        workspace.Add("outside/canary.yaml", Canary).Add("inside/pod.yaml", Samples.Unsafe).Add("inside/other.yaml", "services: {}\n");
        var references = Elsewhere.Select(path => path.Replace("*", workspace.PathOf("outside"), StringComparison.Ordinal)).ToList();
        var list = string.Join(", ", references.Select(Quoted));
        var services = string.Concat(references.Select((path, i) => $"  s{i}:\n    extends: {{ file: {Quoted(path)}, service: x }}\n    env_file: [{Quoted(path)}]\n    labels: {{ isolationmodel.dev/needs: untrusted-code }}\n"));
        workspace.Add("inside/compose.yaml", $"include: [{list}]\nservices:\n{services}  web:\n    image: a\n    env_file: [{list}]\n    configs: [c]\nconfigs: {{ c: {{ file: {Quoted(references[0])} }} }}\n");
        workspace.Add(
            "inside/kustomization.yaml",
            $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml, {list}]\ncomponents: [{list}]\nbases: [{list}]\ncrds: [{list}]\nconfigurations: [{list}]\ngenerators: [{list}]\ntransformers: [{list}]\n"
            + $"patches: [{string.Join(", ", references.Select(static path => $"{{ path: {Quoted(path)} }}"))}]\npatchesStrategicMerge: [{list}]\nopenapi: {{ path: {Quoted(references[0])} }}\n"
            + $"configMapGenerator: [{{ name: a, files: [{list}], envs: [{list}] }}]\nhelmCharts: [{{ name: x, repo: {Quoted(references[5])}, valuesFile: {Quoted(references[0])} }}]\nreplacements: [{{ path: {Quoted(references[0])} }}]\n");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(workspace.PathOf("inside/link.yaml"), "../outside/canary.yaml");
            Directory.CreateSymbolicLink(workspace.PathOf("inside/folder"), workspace.PathOf("outside"));
        }

        return workspace;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
