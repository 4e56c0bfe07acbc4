using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Configuration;

/// <summary><c>isolation init</c>: what it writes works, and it changes nothing that is there.</summary>
public sealed class InitTests
{
    private const string Unknown = "apiVersion: v1\nkind: Pod\nmetadata: { name: burst, annotations: { isolationmodel.dev/level: high } }\nspec:\n  runtimeClassName: burst\n  containers: [{ name: a, image: a }]\n";

    private const string Handler = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: vault }\nhandler: vault-shim\n---\n"
        + "apiVersion: v1\nkind: Pod\nmetadata: { name: vault, annotations: { isolationmodel.dev/level: high } }\nspec:\n  runtimeClassName: vault\n  containers: [{ name: a, image: a }]\n";

    [Fact]
    public void What_it_writes_is_shown_and_told()
    {
        using var workspace = Repository();
        var run = workspace.Run("init");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Golden.Verify("Init.verified.txt", run.Output);
        Golden.Verify("Init.isolation.verified.json", File.ReadAllText(workspace.PathOf("isolation.json")));
        Golden.Verify("Init.platform.verified.json", File.ReadAllText(workspace.PathOf("platform.isolation.json")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_it_a_check_works_and_has_no_mistake_to_tell(bool hasLevel)
    {
        using var workspace = Repository();
        Assert.Equal(0, workspace.Run(hasLevel ? ["init", "--level", "high"] : ["init"]).ExitCode);
        var run = workspace.Run("check");
        Assert.NotEqual(2, run.ExitCode);
        Assert.DoesNotContain("ISM0", run.Output, StringComparison.Ordinal);
        Assert.Contains("5 workloads", run.Summary, StringComparison.Ordinal);
        Assert.Equal(hasLevel, run.Output.Contains("deploy/web.yaml(5,1): warning ISM1001", StringComparison.Ordinal));
    }

    /// <summary>What the overlay leaves open is as unknown as before, and what is filled in counts.</summary>
    [Fact]
    public void A_name_that_is_filled_in_is_known()
    {
        using var workspace = Repository();
        workspace.Run("init");
        Assert.Contains("2 workloads undetermined", workspace.Run("check").Summary, StringComparison.Ordinal);
        var overlay = workspace.PathOf("platform.isolation.json");
        File.WriteAllText(overlay, File.ReadAllText(overlay).Replace("\"technology\": null", "\"technology\": \"gvisor\"", StringComparison.Ordinal));
        Assert.Contains("0 workloads undetermined", workspace.Run("check").Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: { isolationmodel.dev/level: high }\n")]
    [InlineData("{{- if .Values.enabled }}\napiVersion: v1\nkind: Pod\nmetadata: { name: {{ .Release.Name }} }\n{{- end }}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: { name: a\nspec: {}\n")]
    public void What_a_folder_without_workloads_says_counts_after_it_as_before(string text)
    {
        using var workspace = new Workspace().Add("cluster/a.yaml", text)
            .Add("deploy/b.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: b, namespace: shop }\nspec:\n  containers: [{ name: a, image: a }]\n");
        var before = workspace.Run("check", ".");
        workspace.Run("init");
        Assert.Equal(before.Output, workspace.Run("check").Output);
        Assert.Equal(1, before.ExitCode);
    }

    [Fact]
    public void A_second_time_it_changes_nothing()
    {
        using var workspace = Repository();
        workspace.Run("init");
        File.AppendAllText(workspace.PathOf("isolation.json"), "// mine\n");
        var before = Contents(workspace);
        var run = workspace.Run("init", "--level", "high");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(before, Contents(workspace));
        Assert.Contains("kept isolation.json, which exists; --force replaces it", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Forced_it_writes_the_same_again()
    {
        using var workspace = Repository();
        workspace.Run("init");
        var before = Contents(workspace);
        File.AppendAllText(workspace.PathOf("isolation.json"), "// mine\n");
        Assert.Contains("wrote isolation.json", workspace.Run("init", "--force").Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents(workspace));
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_shows_the_files()
    {
        using var workspace = Repository();
        var before = Contents(workspace);
        var run = workspace.Run("init", "--dry-run");
        Assert.Equal(before, Contents(workspace));
        Assert.Contains("would write isolation.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  \"paths\": [\"deploy\", \"ops/prod\"],\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_a_repository_that_break_out_of_a_text_stay_in_it()
    {
        using var workspace = new Workspace();
        workspace.Add("a\"b/pod.yaml", Unknown.Replace("Name: burst", "Name: \"a\\\"b\"", StringComparison.Ordinal));
        workspace.Run("init");
        Assert.DoesNotContain("ISM0", workspace.Run("check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_descriptors_gets_settings_that_work()
    {
        using var workspace = new Workspace();
        Directory.CreateDirectory(workspace.PathOf("empty"));
        Assert.Equal(0, workspace.Run("init", "empty").ExitCode);
        Assert.Equal(0, workspace.Run("check", "empty").ExitCode);
        Assert.Equal(["isolation.json"], Directory.GetFiles(workspace.PathOf("empty")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("<Project />", true)]
    [InlineData("<Project><ItemGroup><PackageReference Include=\"IsolationModel.SDK\" /></ItemGroup></Project>", false)]
    public void A_project_is_told_how_to_judge_in_its_build_unless_it_does(string project, bool isTold)
    {
        using var workspace = Repository();
        workspace.Add("src/App/App.csproj", project);
        Assert.Equal(isTold, workspace.Run("init").Output.Contains("dotnet add src/App/App.csproj package IsolationModel.SDK", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("there is no folder 'gone'", "gone")]
    [InlineData("'deploy/web.yaml' is a file", "deploy/web.yaml")]
    [InlineData("there is no level 'hihg'; did you mean 'high'?", "--level", "hihg")]
    [InlineData("did you mean '--force'?", "--forse")]
    public void What_cannot_be_done_is_refused(string why, params string[] args)
    {
        using var workspace = Repository();
        workspace.Run(["init", .. args]).AssertRefused(why);
    }

    private static Workspace Repository() => new Workspace()
        .Add("deploy/web.yaml", Samples.Quiet)
        .Add("deploy/inner/plugins.yaml", Samples.Unsafe)
        .Add("deploy/burst.yaml", Unknown)
        .Add("ops/prod/vault.yaml", Handler)
        .Add("ops/prod/compose.yaml", "services:\n  cache:\n    image: redis\n")
        .Add("src/settings.yaml", "a: 1\n");

    private static List<(string File, string Text)> Contents(Workspace workspace) =>
        [.. Directory.EnumerateFiles(workspace.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (file, File.ReadAllText(file)))];
}
