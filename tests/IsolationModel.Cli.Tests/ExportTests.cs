using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class ExportTests
{
    private const string Overlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "org", "version": "1.0.0", "title": "What the platform team knows", "extends": { "isolation-model": "^0.1" } },
          "nodes": { "privilegedWithoutHostDevices": true },
          "names": { "runtimeClass": { "strong": { "technology": "kata" } } }
        }
        """;

    [Theory]
    [InlineData("vap-level-high", "--policy vap --level high")]
    [InlineData("vap-level-high-refute", "--policy vap --level high --mode refute")]
    [InlineData("kyverno-level-very-high", "--policy kyverno --level very-high")]
    [InlineData("gatekeeper-untrusted-code", "--policy gatekeeper --need untrusted-code")]
    public void The_whole_output_is_as_it_was_found_good(string golden, string options)
    {
        using var workspace = new Workspace().Add("org.isolation.json", Overlay);

        var run = workspace.Run(["export", .. options.Split(' '), "--model", "org.isolation.json"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Golden.Verify($"Export/{golden}.verified.yaml", run.Output);
    }

    [Fact]
    public void A_file_gets_what_standard_output_would()
    {
        using var workspace = new Workspace();

        var shown = workspace.Run("export", "--policy", "vap", "--level", "high");
        var written = workspace.Run("export", "--policy", "vap", "--level", "high", "--output", "policy.yaml");

        Assert.Equal((0, string.Empty), (written.ExitCode, written.Output));
        Assert.Equal(shown.Output, File.ReadAllText(workspace.PathOf("policy.yaml")));
    }

    [Fact]
    public void A_node_fact_that_an_overlay_declares_lifts_the_rules_that_rest_on_it()
    {
        using var workspace = new Workspace().Add("org.isolation.json", Overlay);

        var open = workspace.Run("export", "--policy", "vap", "--level", "very-high").Output;
        var known = workspace.Run("export", "--policy", "vap", "--level", "very-high", "--model", "org.isolation.json").Output;

        Assert.Contains("declare node fact privilegedWithoutHostDevices", open, StringComparison.Ordinal);
        Assert.DoesNotContain("declare node fact privilegedWithoutHostDevices", known, StringComparison.Ordinal);
        Assert.Contains("isolationmodel.dev/node-facts: 'privilegedWithoutHostDevices=true'", known, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_counts_where_an_overlay_names_it_and_is_offered_where_only_its_name_tells()
    {
        using var workspace = new Workspace().Add("org.isolation.json", Overlay);

        var proving = workspace.Run("export", "--policy", "vap", "--level", "high", "--model", "org.isolation.json").Output;
        var refuting = workspace.Run("export", "--policy", "vap", "--level", "high", "--mode", "refute").Output;

        Assert.Contains("\n  strong: kata\n", proving, StringComparison.Ordinal);
        Assert.Contains("\n#   gvisor: gvisor\n", proving, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  gvisor: gvisor\n", proving, StringComparison.Ordinal);
        Assert.Contains("\n  gvisor: gvisor\n", refuting, StringComparison.Ordinal);
    }

    /// <summary>Only where a pod must be shown to meet the needs may a missing map, a failing expression or an engine that is down stop it.</summary>
    [Theory]
    [InlineData("vap", "prove", "failurePolicy: Fail", "parameterNotFoundAction: Deny", "parameterNotFoundAction: Allow")]
    [InlineData("vap", "refute", "failurePolicy: Ignore", "parameterNotFoundAction: Allow", "parameterNotFoundAction: Allow")]
    [InlineData("kyverno", "prove", "failurePolicy: Fail")]
    [InlineData("kyverno", "refute", "failurePolicy: Ignore")]
    [InlineData("gatekeeper", "prove", "failurePolicy: Fail")]
    [InlineData("gatekeeper", "refute", "failurePolicy: Ignore")]
    public void What_cannot_be_judged_is_refused_only_where_proof_is_asked_for(string target, string mode, params string[] expected)
    {
        using var workspace = new Workspace();

        var run = workspace.Run("export", "--policy", target, "--level", "high", "--mode", mode);

        Assert.Equal(expected, run.Output.Split('\n', StringSplitOptions.TrimEntries).Where(static line =>
            line.StartsWith("failurePolicy:", StringComparison.Ordinal) || line.StartsWith("parameterNotFoundAction:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("export --level high", "Option '--policy' is required")]
    [InlineData("export --policy vpa --level high", "--policy: there is no 'vpa'; did you mean 'vap'?")]
    [InlineData("export --policy vap", "name what pods must have: --level or --need")]
    [InlineData("export --policy vap --level hihg", "did you mean 'high'?")]
    [InlineData("export --policy vap --level high --mode proof", "--mode: there is no 'proof'; known are prove, refute")]
    [InlineData("export --policy vap --need pod-security:restricted", "label the namespaces with pod-security.kubernetes.io/enforce: restricted")]
    [InlineData("export --policy vap --need pod-security:privileged", "there is nothing to enforce")]
    [InlineData("export --policy vap --need side-channels", "no technology of the model is shown to meet 'side-channels', so that the policy would refuse every pod; export it with --mode refute")]
    [InlineData("export --policy vap --level high --output no/such/policy.yaml", "--output: there is no folder for 'no/such/policy.yaml'")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();

        var run = workspace.Run(commandLine.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
