using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Configuration;

/// <summary><c>isolation.json</c> on the command line: which file governs, and what it changes.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Without_paths_the_paths_of_the_settings_are_checked_from_wherever_the_tool_starts()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"paths\": [\"deploy\"] }").Add("deploy/a.yaml", Samples.Unsafe).Add("other/b.yaml", Samples.Unsafe);
        Assert.StartsWith("deploy/a.yaml(7,1)", Assert.Single(workspace.Run("check").FindingLines), StringComparison.Ordinal);
        Assert.StartsWith("1 file, 1 document, 1 workload: 1 finding (1 warning)", workspace.Run("check").Summary, StringComparison.Ordinal);
        Assert.StartsWith("other/b.yaml(7,1)", Assert.Single(workspace.Run("check", "other").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_paths_and_settings_the_present_folder_is_checked()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/a.yaml", Samples.Unsafe);
        Assert.Equal(workspace.Run("check", ".").Output, workspace.Run("check").Output);
    }

    [Fact]
    public void Without_paths_in_settings_their_folder_is_checked()
    {
        using var workspace = new Workspace();
        workspace.Add("repository/isolation.json", "{}").Add("repository/a.yaml", Samples.Unsafe).Add("b.yaml", Samples.Unsafe);
        Assert.StartsWith("repository/a.yaml(7,1)", Assert.Single(workspace.Run("check", "--config", "repository/isolation.json").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_file_above_what_is_checked_governs()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"level\": \"low\" }").Add("team/isolation.json", "{ \"level\": \"high\" }").Add("team/deep/a.yaml", Samples.Quiet);
        var run = workspace.Run("check", "team/deep/a.yaml");
        Assert.Contains("level:high", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.Contains("see team/isolation.json(1,13): 'level:high' is declared here", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_further_down_is_told_and_not_used()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{}").Add("team/isolation.json", "{ \"level\": \"high\" }").Add("team/a.yaml", Samples.Quiet);
        var run = workspace.Run("check", ".");
        Assert.Empty(run.FindingLines);
        Assert.Equal("isolation: team/isolation.json is not used, because isolation.json governs the whole run; check its folder by itself\n", run.Error);
        Assert.Contains("because this run has no settings file", workspace.Run("check", ".", "--no-config").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_with_different_files_are_refused()
    {
        using var workspace = new Workspace();
        workspace.Add("a/isolation.json", "{}").Add("b/isolation.json", "{}").Add("a/x.yaml", Samples.Quiet).Add("b/x.yaml", Samples.Quiet);
        workspace.Run("check", "a", "b").AssertRefused("a/isolation.json governs 'a', and b/isolation.json governs 'b', but a run has one settings file");
        Assert.Equal(0, workspace.Run("check", "a", "b", "--config", "a/isolation.json").ExitCode);
    }

    [Theory]
    [InlineData("there is no file 'none.json'", "--config", "none.json")]
    [InlineData("is a folder", "--config", ".")]
    [InlineData("--config and --no-config exclude each other", "--config", "isolation.json", "--no-config")]
    public void A_wrong_choice_of_the_file_is_refused(string why, params string[] args)
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{}");
        workspace.Run(["check", .. args]).AssertRefused(why);
    }

    [Fact]
    public void No_config_means_none()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"level\": \"very-high\" }").Add("a.yaml", Samples.Quiet);
        Assert.Equal(1, workspace.Run("check", "a.yaml").ExitCode);
        Assert.Equal(0, workspace.Run("check", "a.yaml", "--no-config").ExitCode);
    }

    /// <summary>The mistakes are told, the rest counts, and the run does not pass.</summary>
    [Fact]
    public void A_broken_file_never_loses_the_rest_of_the_result()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"levle\": \"low\", \"level\": \"high\", \"models\": [\"gone.isolation.json\"], \"paths\": [\"gone\", \"a.yaml\"] }").Add("a.yaml", Samples.Quiet);
        var run = workspace.Run("check");
        Assert.Equal(2, run.ExitCode);
        Assert.Collection(
            run.FindingLines,
            line => Assert.StartsWith("a.yaml(5,1): warning ISM1001", line, StringComparison.Ordinal),
            line => Assert.Equal("isolation.json(1,3): error ISM0202: unknown property 'levle'; did you mean 'level'?", line),
            line => Assert.Equal("isolation.json(1,47): error ISM0203: there is no file 'gone.isolation.json' beside this one", line),
            line => Assert.Equal("isolation.json(1,81): error ISM0203: there is no file or folder 'gone' beside this one", line));
        Assert.Contains("4 findings (3 errors, 1 warning)", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "isolation.json(1,2): error ISM0201")]
    [InlineData("[]", "isolation.json(1,1): error ISM0202: a settings file is a JSON object")]
    public void A_file_that_is_no_settings_at_all_governs_and_fails(string settings, string mistake)
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", settings).Add("a.yaml", Samples.Unsafe);
        var run = workspace.Run("check", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(run.FindingLines, line => line.StartsWith(mistake, StringComparison.Ordinal));
        Assert.Contains(run.FindingLines, line => line.StartsWith("a.yaml(7,1): warning ISM1001", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_a_folder_governs_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("isolation.json", """{ "level": "hihg" }""").Add("app/a.yaml", Samples.Quiet).Add("other/b.yaml", Samples.Quiet);
        Directory.CreateSymbolicLink(workspace.PathOf("app/isolation.json"), workspace.PathOf("other"));

        Assert.StartsWith("isolation.json(1,13): ", Assert.Single(workspace.Run("check", "app").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_text_is_told()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", [(byte)'{', 0xFF]).Add("a.yaml", Samples.Quiet);
        Assert.Contains("isolation.json(1,2): error ISM0201: the file holds a byte that is not UTF-8", workspace.Run("check", ".").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_excluded_is_neither_found_nor_read_but_may_be_named()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"exclude\": [\"testdata\", \"*.tmp.yaml\"] }")
            .Add("a.yaml", Samples.Unsafe).Add("testdata/b.yaml", Samples.Unsafe).Add("deep/testdata/c.yaml", "kind: [").Add("deep/d.tmp.yaml", Samples.Unsafe);
        var run = workspace.Run("check", ".");
        Assert.StartsWith("a.yaml(7,1)", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.StartsWith("1 file,", run.Summary, StringComparison.Ordinal);
        Assert.EndsWith("0 files skipped", run.Summary, StringComparison.Ordinal);
        Assert.Single(workspace.Run("check", "testdata/b.yaml").FindingLines);
    }

    [Fact]
    public void Severities_count_in_the_summary_and_in_the_exit_code()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"severity\": { \"ISM1001\": \"info\" }, \"overrides\": [{ \"paths\": [\"strict\"], \"severity\": { \"suitability\": \"error\" } }] }")
            .Add("a.yaml", Samples.Unsafe).Add("strict/b.yaml", Samples.Unsafe);
        var lenient = workspace.Run("check", "a.yaml");
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains("1 finding (1 info)", lenient.Summary, StringComparison.Ordinal);
        var strict = workspace.Run("check", "strict", "--fail-on", "error");
        Assert.Equal(1, strict.ExitCode);
        Assert.Contains("1 finding (1 error)", strict.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_switched_off_is_not_told()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"severity\": { \"*\": \"none\" } }").Add("a.yaml", Samples.Unsafe);
        var run = workspace.Run("check", ".");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.FindingLines);
        Assert.StartsWith("1 file, 1 document, 1 workload: 0 findings,", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"failOn\": \"never\" }", 0)]
    [InlineData("{ \"failOn\": \"error\" }", 0)]
    [InlineData("{ \"failOn\": \"warning\" }", 1)]
    [InlineData("{}", 1)]
    public void The_threshold_of_the_settings_holds_unless_the_command_line_has_one(string settings, int expected)
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", settings).Add("a.yaml", Samples.Unsafe);
        Assert.Equal(expected, workspace.Run("check", ".").ExitCode);
        Assert.Equal(1, workspace.Run("check", ".", "--fail-on", "info").ExitCode);
        Assert.Equal(0, workspace.Run("check", ".", "--fail-on", "never").ExitCode);
    }

    [Fact]
    public void The_baseline_of_the_settings_lies_beside_them()
    {
        using var workspace = new Workspace();
        workspace.Add("repository/isolation.json", "{ \"baseline\": \"known.json\" }").Add("repository/a.yaml", Samples.Unsafe);
        workspace.Run("check", "repository").AssertRefused("repository/isolation.json: baseline: 'repository/known.json' cannot be read: there is no such file");
        Assert.Equal(0, workspace.Run("check", "repository", "--write-baseline", "repository/known.json").ExitCode);
        var run = workspace.Run("check", "repository");
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("1 in the baseline", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_of_settings_and_of_the_command_line_hold_together()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"needs\": [\"gpu\"], \"level\": \"low\" }").Add("a.yaml", Samples.Quiet);
        var needs = workspace.Run("check", ".", "--need", "windows", "--level", "high", "--format", "json").Json().GetProperty("workloads")[0].GetProperty("needs");
        Assert.Equal(["gpu", "level:high", "windows"], needs.EnumerateArray().Select(need => need.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explaining_tells_every_value_with_its_origin()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", """
            {
              // Agreed with the platform team.
              "level": "high",
              "exclude": ["testdata"],
              "severity": { "weakening": "info" },
              "overrides": [
                { "paths": ["legacy/**"], "needs": ["gpu"], "severity": { "ISM1001": "info" } }
              ],
              "nodes": { "seccompDefault": true },
              "kubernetesVersion": "1.30"
            }

            """).Add("legacy/a.yaml", Samples.Quiet).Add("testdata/b.yaml", Samples.Quiet);
        var text = workspace.Run("check", "--explain-config", "legacy/a.yaml", "testdata/b.yaml", "--need", "windows", "--fail-on", "error");
        Assert.Equal(0, text.ExitCode);
        Golden.Verify("ExplainConfig.verified.txt", text.Output);
        Golden.Verify("ExplainConfig.verified.json", workspace.Run("check", "--explain-config", "--format", "json").Output);
    }

    [Theory]
    [InlineData("audit", @"\n  level +medium +preset audit\n")]
    [InlineData("strict", @"\n  level +low +preset strict\n")]
    [InlineData("none", @"\n  level +none +default\n")]
    public void Explaining_tells_the_level_that_comes_with_a_preset(string preset, string expected)
    {
        using var workspace = new Workspace().Add("isolation.json", $"{{ \"preset\": \"{preset}\" }}");
        Assert.Matches(expected, workspace.Run("check", "--explain-config").Output);
        Assert.Matches(expected, workspace.Run("check", "--explain-config", "--no-config", "--preset", preset).Output);
    }

    [Fact]
    public void Explaining_tells_mistakes_and_fails()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"level\": \"hihg\" }");
        var run = workspace.Run("check", "--explain-config");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("isolation.json(1,13): error ISM0203", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_files_that_settings_load_together_are_read_together()
    {
        using var workspace = new Workspace();
        workspace.Add("isolation.json", "{ \"level\": \"high\", \"composeProjects\": [[\"compose.yaml\", \"over/second.yaml\"]] }")
            .Add("compose.yaml", "services:\n  a:\n    image: a\n").Add("over/second.yaml", "services:\n  a:\n    runtime: runsc\n");
        var workloads = workspace.Run("check", ".", "--format", "json").Json().GetProperty("workloads");
        Assert.Contains("gvisor", workloads.EnumerateArray().Select(workload => workload.GetProperty("technology").GetString()));
    }

    /// <summary>A preset gives severities and a level; what the settings or a nearer place say goes before it.</summary>
    [Fact]
    public void A_preset_of_the_settings_or_of_the_command_line_sets_severities_and_a_level()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Unsafe).Add("b.yaml", Samples.Unproven).Add("c.yaml", Samples.Quiet.Replace("image: example.org/web:1", "image: example.org/web:1\n      securityContext: { privileged: true }", StringComparison.Ordinal));
        Assert.Equal(["a.yaml(7,1): warning ISM1001", "b.yaml(8,21): info ISM1501"], Places(workspace.Run("check", ".")));
        var strict = Places(workspace.Run("check", ".", "--preset", "strict"));
        Assert.Contains("a.yaml(7,1): error ISM1001", strict);
        Assert.Contains("b.yaml(8,21): warning ISM1501", strict);
        Assert.Contains(strict, place => place.StartsWith("c.yaml", StringComparison.Ordinal));
        Assert.Empty(Places(workspace.Run("check", ".", "--preset", "none")));

        workspace.Add("isolation.json", "{ \"preset\": \"strict\", \"severity\": { \"ISM1001\": \"info\" } }");
        var settings = Places(workspace.Run("check", "."));
        Assert.Contains("a.yaml(7,1): info ISM1001", settings);
        Assert.Contains("b.yaml(8,21): warning ISM1501", settings);
        Assert.DoesNotContain("b.yaml(8,21): warning ISM1501", Places(workspace.Run("check", ".", "--preset", "default")));
        Assert.Contains("preset", workspace.Run("check", "--explain-config").Output, StringComparison.Ordinal);

        workspace.Add("isolation.json", "{ \"preset\": \"strct\" }");
        Assert.Contains("'strct' is not allowed for 'preset'; write one of audit, default, none, strict", workspace.Run("check", ".").Output, StringComparison.Ordinal);
        workspace.Run("check", ".", "--preset", "strct").AssertRefused("did you mean 'strict'?");
    }

    private static List<string> Places(ToolRun run) => [.. run.FindingLines.Select(static line => line[..(line.IndexOf(" ISM", StringComparison.Ordinal) + " ISM1001".Length)])];
}
