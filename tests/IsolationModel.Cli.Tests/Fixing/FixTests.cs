using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary><c>isolation fix</c>, as a user meets it.</summary>
public sealed class FixTests
{
    private const string Sandbox = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: sandbox\nhandler: runsc\n";

    [Fact]
    public void Files_are_mended_and_what_is_left_is_told_with_the_reason()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt).Add("b.yaml", Samples.Unproven).Add("class.yaml", Sandbox);
        var run = workspace.Run("fix", ".");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            a.yaml(6,31): fixed ISM1101: Change to 'untrusted-code'
            a.yaml(7,1): fixed ISM1001: Use runtime class 'sandbox' (gVisor)
            2 findings fixed in 1 file, 1 finding is left
                1 ISM1501 NeedNotShown: something that no file shows decides

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal(
            Samples.Misspelt.Replace("untrusted-cod", "untrusted-code", StringComparison.Ordinal).Replace("spec:\n", "spec:\n  runtimeClassName: sandbox\n", StringComparison.Ordinal),
            Read(workspace, "a.yaml"));
        Assert.Equal(Samples.Unproven, Read(workspace, "b.yaml"));
    }

    [Fact]
    public void What_could_not_be_written_is_not_told_as_fixed()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt);
        File.SetAttributes(workspace.PathOf("a.yaml"), FileAttributes.ReadOnly);
        var run = workspace.Run("fix", "a.yaml");
        File.SetAttributes(workspace.PathOf("a.yaml"), FileAttributes.Normal);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("'a.yaml' was not changed: it is read-only\n0 findings fixed in 0 files, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("    1 ISM1101 UnknownNeed: 'a.yaml' was not changed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_of_the_run_is_mended_where_it_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var workspace = new Workspace().Add("b.yaml", Samples.Misspelt).Add("elsewhere/c.yaml", Samples.Misspelt);
        File.CreateSymbolicLink(workspace.PathOf("a.yaml"), "b.yaml");
        File.CreateSymbolicLink(workspace.PathOf("d.yaml"), "elsewhere/c.yaml");
        File.CreateSymbolicLink(workspace.PathOf("e.yaml"), "elsewhere/c.yaml");
        var run = workspace.Run("fix", "a.yaml", "b.yaml", "d.yaml", "e.yaml");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("b.yaml(6,31): fixed ISM1101: Change to 'untrusted-code'\nd.yaml(6,31): fixed ISM1101: Change to 'untrusted-code'\n2 findings fixed in 2 files, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("'a.yaml' stays as it is: it is a link, and what it leads to is mended as 'b.yaml'\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("'e.yaml' stays as it is: it is a link, and what it leads to is mended as 'd.yaml'\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("untrusted-cod\n", Read(workspace, "elsewhere/c.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Mending_twice_changes_nothing()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt + "---\n" + Sandbox);
        workspace.Run("fix", ".");
        var (once, written) = (Read(workspace, "a.yaml"), File.GetLastWriteTimeUtc(workspace.PathOf("a.yaml")));
        Assert.StartsWith("0 findings fixed in 0 files", workspace.Run("fix", ".").Output, StringComparison.Ordinal);
        Assert.Equal((once, written), (Read(workspace, "a.yaml"), File.GetLastWriteTimeUtc(workspace.PathOf("a.yaml"))));
    }

    [Fact]
    public void A_check_changes_nothing_and_fails_as_long_as_something_would_change()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt);
        var run = workspace.Run("fix", "a.yaml", "--check");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("a.yaml(6,31): would fix ISM1101: Change to 'untrusted-code'\n1 finding would be fixed in 1 file", run.Output, StringComparison.Ordinal);
        Assert.Equal(Samples.Misspelt, Read(workspace, "a.yaml"));
        workspace.Run("fix", "a.yaml");
        Assert.Equal(0, workspace.Run("fix", "a.yaml", "--check").ExitCode);
    }

    [Fact]
    public void Only_the_rules_that_are_asked_for_are_mended()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt).Add("b.yaml", Samples.Unsafe).Add("class.yaml", Sandbox);
        var run = workspace.Run("fix", ".", "--rule", "ISM1001,ISM2001");
        Assert.Contains("b.yaml(7,1): fixed ISM1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("    1 ISM1101 UnknownNeed: its rule was not asked for\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Samples.Misspelt, Read(workspace, "a.yaml"));
    }

    [Theory]
    [InlineData("ISM101", "--rule: there is no rule 'ISM101'; did you mean 'ISM")]
    [InlineData("", "--rule: there is no rule ''")]
    public void A_rule_that_does_not_exist_is_refused(string rule, string why)
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Quiet);
        workspace.Run("fix", "a.yaml", "--rule", rule).AssertRefused(why);
    }

    [Fact]
    public void A_model_with_mistakes_is_no_ground_for_changing_files()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt).Add("bad.isolation.json", Samples.Mistaken);
        workspace.Run("fix", "a.yaml", "--model", "bad.isolation.json").AssertRefused("the model or the settings have mistakes, so nothing was changed");
        Assert.Equal(Samples.Misspelt, Read(workspace, "a.yaml"));
    }

    [Fact]
    public void What_the_settings_leave_out_is_not_changed()
    {
        using var workspace = new Workspace()
            .Add("isolation.json", """{ "exclude": ["old/**"], "severity": { "ISM1001": "none" } }""")
            .Add("class.yaml", Sandbox).Add("old/a.yaml", Samples.Misspelt).Add("b.yaml", Samples.Misspelt);
        workspace.Run("fix", ".");
        Assert.Equal(Samples.Misspelt, Read(workspace, "old/a.yaml"));
        Assert.Equal(Samples.Misspelt.Replace("untrusted-cod", "untrusted-code", StringComparison.Ordinal), Read(workspace, "b.yaml"));
    }

    [Fact]
    public void Standard_input_is_judged_and_never_written()
    {
        using var workspace = new Workspace();
        var run = workspace.RunWithInput(Encoding.UTF8.GetBytes(Samples.Misspelt), "fix", "-");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("'<stdin>' stays as it is: standard input is no file that could be written", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace.Root));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", false)]
    public void Encoding_byte_order_mark_and_line_ends_stay(string encoding, bool hasMark)
    {
        var target = Encoding.GetEncoding(encoding);
        byte[] Bytes(string text) => [.. hasMark ? target.GetPreamble() : [], .. target.GetBytes(text)];
        var text = ("# café 😀\n" + Samples.Unsafe.TrimEnd('\n') + "\n---\n" + Sandbox.TrimEnd('\n')).Replace("\n", "\r\n", StringComparison.Ordinal);
        using var workspace = new Workspace().Add("a.yaml", Bytes(text));
        Assert.Equal(0, workspace.Run("fix", "a.yaml").ExitCode);
        Assert.Equal(Bytes(text.Replace("spec:\r\n", "spec:\r\n  runtimeClassName: sandbox\r\n", StringComparison.Ordinal)), File.ReadAllBytes(workspace.PathOf("a.yaml")));
    }

    [Fact]
    public void Permissions_and_links_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions");
            return;
        }

        using var workspace = new Workspace().Add("real/a.yaml", Samples.Misspelt);
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(workspace.PathOf("real/a.yaml"), mode);
        File.CreateSymbolicLink(workspace.PathOf("link.yaml"), "real/a.yaml");
        Assert.Equal(0, workspace.Run("fix", "link.yaml").ExitCode);
        Assert.Equal("real/a.yaml", new FileInfo(workspace.PathOf("link.yaml")).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(workspace.PathOf("real/a.yaml")));
        Assert.Contains("untrusted-code", Read(workspace, "real/a.yaml"), StringComparison.Ordinal);
        Assert.Equal(["a.yaml"], Directory.EnumerateFiles(workspace.PathOf("real")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_was_not_named_is_never_changed()
    {
        using var workspace = new Workspace().Add("base.yaml", Samples.Misspelt).Add("named/b.yaml", Samples.Misspelt);
        workspace.Run("fix", "named");
        Assert.Equal(Samples.Misspelt, Read(workspace, "base.yaml"));
    }

    [Fact]
    public async Task A_patch_of_files_with_odd_names_and_ends_is_taken_by_git()
    {
        using var workspace = new Workspace()
            .Add("with blank/b \"q\".yaml", Samples.Misspelt.TrimEnd('\n'))
            .Add("ünï/a.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("apiVersion: v1\r\nkind: Pod\r\nmetadata: { name: x, annotations: { isolationmodel.dev/needs: untrusted-cod } }")])
            .Add("tab name.yaml", Samples.Misspelt);
        var run = workspace.Run("fix", ".", "--dry-run");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\\ No newline at end of file", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 findings would be fixed in 3 files", run.Error, StringComparison.Ordinal);
        using var other = Copy(workspace);
        await Git.ApplyAsync(other.Root, run.Output);
        workspace.Run("fix", ".");
        AssertSame(workspace, other);
    }

    [Fact]
    public void What_no_patch_can_hold_is_told()
    {
        using var workspace = new Workspace().Add("a.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Samples.Misspelt)]);
        var run = workspace.Run("fix", "a.yaml", "--dry-run");
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("'a.yaml' is not in the patch: it is UTF-16", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixes_that_touch_each_other_are_made_one_after_another()
    {
        const string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    isolationmodel.dev/level: medium\nspec:\n  hostPID: true\n  containers:\n    - name: a\n      image: a:1\n      securityContext:\n        capabilities:\n          add: [SYS_ADMIN, SYS_MODULE, NET_ADMIN, SYS_PTRACE]\n";
        using var workspace = new Workspace().Add("a.yaml", pod);
        var run = workspace.Run("fix", "a.yaml", "--rule", "ISM2001");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("ISM2001", workspace.Run("check", "a.yaml").Output, StringComparison.Ordinal);
    }

    private static string Read(Workspace workspace, string file) => File.ReadAllText(workspace.PathOf(file));

    private static Workspace Copy(Workspace workspace)
    {
        var copy = new Workspace();
        foreach (var file in Directory.EnumerateFiles(workspace.Root, "*", SearchOption.AllDirectories))
        {
            copy.Add(Path.GetRelativePath(workspace.Root, file), File.ReadAllBytes(file));
        }

        return copy;
    }

    private static void AssertSame(Workspace one, Workspace other)
    {
        foreach (var file in Directory.EnumerateFiles(one.Root, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(other.PathOf(Path.GetRelativePath(one.Root, file))));
        }
    }
}
