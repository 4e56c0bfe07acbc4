using System.Runtime.Versioning;
using System.Text;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Configuration;

namespace IsolationModel.Cli.Tests;

public sealed class InputTests
{
    [Fact]
    public void Folders_are_searched_with_their_subfolders_in_ordinal_order()
    {
        using var workspace = new Workspace();
        workspace.Add("b/z.yml", Samples.Unsafe).Add("b/Z.YAML", Samples.Unsafe).Add("a.k8s.json", """{ "apiVersion": "v1", "kind": "Pod" }""")
            .Add("B.yaml", Samples.Unsafe).Add(".hidden/c.yaml", Samples.Unsafe).Add("b.json", """{ "apiVersion": "v1", "kind": "Pod" }""");

        var run = workspace.Run("check", ".", "--need", "untrusted-code");

        Assert.Equal([".hidden/c.yaml", "B.yaml", "a.k8s.json", "b.json", "b/Z.YAML", "b/z.yml"], run.FindingLines.Select(FileOf));
    }

    [Fact]
    public void Repositories_and_packages_are_not_searched_unless_they_are_named()
    {
        using var workspace = new Workspace();
        workspace.Add(".git/a.yaml", Samples.Unsafe).Add("x/node_modules/p/b.yaml", Samples.Unsafe).Add("bin/c.yaml", Samples.Unsafe);

        Assert.Equal(["bin/c.yaml"], workspace.Run("check", ".").FindingLines.Select(FileOf));
        Assert.Equal(["x/node_modules/p/b.yaml"], workspace.Run("check", "x/node_modules").FindingLines.Select(FileOf));
    }

    [Fact]
    public void Files_that_are_no_descriptors_are_passed_over_and_counted()
    {
        using var workspace = new Workspace();
        workspace.Add("README.md", "apiVersion: v1").Add("package.json", "{}").Add("values.yaml", "a: 1").Add("shop.isolation.json", Samples.Overlay)
            .Add("empty.yaml", string.Empty).Add("latin.json", [0x7B, 0xE9]).Add("pod.yaml", Samples.Quiet);

        var run = workspace.Run("check", ".");

        Assert.Equal("1 file, 1 document, 1 workload: 0 findings, 0 workloads undetermined, 6 files skipped", run.Summary);
        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>Memory would grow with everything that is read, since documents are the largest part of it.</summary>
    [Fact]
    public void Documents_that_no_kustomization_names_are_let_go()
    {
        using var workspace = new Workspace();
        workspace.Add("base/kustomization.yaml", "resources: [named.yaml]\n").Add("base/named.yaml", Samples.Quiet).Add("base/other.yaml", Samples.Quiet);
        var inputs = InputSearch.Find([workspace.Root], workspace.Root, IsolationSettings.None, TestContext.Current.CancellationToken);
        using var progress = new ReadingProgress(inputs.Files.Count, terminal: null);

        using var error = new StringWriter();
        var host = new ToolHost(static () => Stream.Null, Stream.Null, error, workspace.Root, UsesColor: false);
        var files = DescriptorLoader.Read(inputs, host, progress, TestContext.Current.CancellationToken).Files;

        Assert.Equal(["base/kustomization.yaml", "base/named.yaml"], files.Where(static file => file.Source is not null).Select(static file => file.Path));
    }

    /// <summary>Without it the defaults of the project would pass for what counts.</summary>
    [Fact]
    public void An_environment_file_that_cannot_be_read_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("compose.yaml", "services:\n  web:\n    image: a\n    privileged: ${PRIVILEGED:-false}\n    labels: { isolationmodel.dev/level: medium }\n");
        File.CreateSymbolicLink(workspace.PathOf(".env"), "nowhere");

        var run = workspace.Run("check", ".");

        Assert.StartsWith(".env(1,1): warning ISM9008: the file could not be read: ", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    /// <summary>Compose takes the bytes as they are: a comment in an old encoding costs nothing, and what is set is set.</summary>
    [Theory]
    [InlineData("# Schl\u00fcssel\nPRIVILEGED=true\n", "ISM9003", "ISM2001")]
    [InlineData("PRIVILEGED=true\n# Schl\u00fcssel\n", "ISM9003", "ISM2001")]
    [InlineData("NAME=J\u00fcrgen\nPRIVILEGED=false\n", "ISM9003")]
    public void An_environment_file_that_is_no_text_is_told_and_read_as_far_as_it_can_be(string environment, params string[] rules)
    {
        using var workspace = new Workspace();
        workspace.Add("compose.yaml", "services:\n  web:\n    image: a\n    privileged: ${PRIVILEGED:-false}\n    labels: { isolationmodel.dev/level: medium }\n");
        File.WriteAllBytes(workspace.PathOf(".env"), System.Text.Encoding.Latin1.GetBytes(environment));

        var run = workspace.Run("check", ".", "--format", "json");

        var findings = System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        Assert.Equal(rules, findings.Select(static finding => (string)finding!["ruleId"]!));
        Assert.Equal(1, run.ExitCode);
    }

    /// <summary>What is said only for a project of Compose concerns nobody without one that takes it in.</summary>
    [Theory]
    [InlineData("legacy.env", "compose.yaml", false)]
    [InlineData(".env", "compose.yaml", true)]
    [InlineData(".env", "app/compose.yaml", false)]
    [InlineData("app/.env", "app/compose.yaml", true)]
    [InlineData(".env", "pod.yaml", false)]
    [InlineData(".devcontainer/devcontainer.json", "compose.yaml", true)]
    [InlineData(".devcontainer/devcontainer.json", "pod.yaml", false)]
    public void Bytes_of_another_encoding_are_told_where_a_project_of_Compose_takes_them_in(string name, string other, bool isTold)
    {
        using var workspace = new Workspace();
        workspace.Add(other, other.EndsWith("compose.yaml", StringComparison.Ordinal) ? "services:\n  web:\n    image: a\n" : Samples.Quiet);
        var text = name.EndsWith(".env", StringComparison.Ordinal) ? "# Schl\u00fcssel\nA=b\n" : "{ \"name\": \"Schl\u00fcssel\", \"dockerComposeFile\": \"../compose.yaml\" }";
        workspace.Add(name, System.Text.Encoding.Latin1.GetBytes(text));

        var lines = workspace.Run("check", ".").FindingLines;

        Assert.Equal(isTold, lines.Any(line => line.StartsWith(name + "(1,", StringComparison.Ordinal) && line.Contains("ISM9003", StringComparison.Ordinal)));
    }

    /// <summary>Only the bytes that nobody can read are unknown: a letter behind them is one, and no end of what can be read.</summary>
    [Fact]
    public void Names_of_variables_are_read_behind_a_bad_byte()
    {
        using var workspace = new Workspace();
        workspace.Add("compose.yaml", "services:\n  web:\n    image: a\n    privileged: ${PRIVILEGED:-false}\n    labels: { isolationmodel.dev/level: medium }\n");
        workspace.Add(".env", [.. "# "u8, 0xFC, .. "\nGEH\u00c4USE=a\nPRIVILEGED=true\n"u8]);

        Assert.Contains(workspace.Run("check", ".").FindingLines, static line => line.Contains("ISM2001", StringComparison.Ordinal));
    }

    /// <summary>Its name says that it is a descriptor, so that nobody takes the run for a whole one.</summary>
    [Theory]
    [InlineData("pod.k8s.json", true)]
    [InlineData("docker/daemon.json", true)]
    [InlineData("containers/containers.conf", true)]
    [InlineData("crio/crio.conf.d/10-kata.conf", true)]
    [InlineData("containerd/config.toml", true)]
    [InlineData("package.json", false)]
    [InlineData("configuration-old.toml", false)]
    public void A_link_to_nowhere_is_told_where_its_name_says_what_it_is_and_counted_elsewhere(string name, bool isTold)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);
        Directory.CreateDirectory(Path.GetDirectoryName(workspace.PathOf(name))!);
        File.CreateSymbolicLink(workspace.PathOf(name), "nowhere");

        var run = workspace.Run("check", ".");

        Assert.Equal(isTold ? [$"{name}(1,1): warning ISM9008"] : [], run.FindingLines.Select(static line => line[..line.IndexOf(": the file", StringComparison.Ordinal)]));
        Assert.Equal(isTold ? 1 : 0, run.ExitCode);
        Assert.Contains(isTold ? "0 files skipped" : "1 file skipped", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Somebody wants settings to govern the run; without them it must not pass.</summary>
    [Fact]
    public void Settings_that_lead_nowhere_are_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);
        File.CreateSymbolicLink(workspace.PathOf("isolation.json"), "nowhere");

        var run = workspace.Run("check", ".");

        Assert.StartsWith("isolation.json(1,1): error ISM", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_named_file_is_read_whatever_it_is_called()
    {
        using var workspace = new Workspace();
        workspace.Add("manifest.txt", Samples.Unsafe).Add("@types", Samples.Unsafe).Add("--weird", Samples.Unsafe).Add("broken.data", "apiVersion: v1\nkind: [");

        Assert.StartsWith("manifest.txt(7,1): warning ISM1001: ", Assert.Single(workspace.Run("check", "manifest.txt").FindingLines), StringComparison.Ordinal);
        Assert.StartsWith("@types(7,1): warning ISM1001: ", Assert.Single(workspace.Run("check", "@types").FindingLines), StringComparison.Ordinal);
        Assert.StartsWith("--weird(7,1): warning ISM1001: ", Assert.Single(workspace.Run("check", "--", "--weird").FindingLines), StringComparison.Ordinal);
        Assert.Contains("ISM9006", Assert.Single(workspace.Run("check", "broken.data").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_is_judged_once_however_often_it_is_named()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Samples.Unsafe);

        Assert.Single(workspace.Run("check", ".", "deploy", "deploy/", "deploy/pod.yaml", "./deploy/../deploy/pod.yaml").FindingLines);
    }

    [Fact]
    public void Paths_are_shown_relative_to_the_current_directory_and_absolute_outside()
    {
        using var inside = new Workspace();
        using var outside = new Workspace();
        inside.Add("deploy/pod.yaml", Samples.Unsafe);
        outside.Add("pod.yaml", Samples.Unsafe);

        var run = inside.Run("check", "./deploy", inside.PathOf("deploy"), outside.Root);

        var expected = outside.PathOf("pod.yaml").Replace('\\', '/');
        Assert.Equal(new[] { expected, "deploy/pod.yaml" }.Order(StringComparer.Ordinal), run.FindingLines.Select(FileOf));
    }

    [Theory]
    [InlineData("/a/b/c.yaml", "/a/b", "c.yaml")]
    [InlineData("/a/b", "/a/b", ".")]
    [InlineData("/a/c.yaml", "/a/b", "/a/c.yaml")]
    [InlineData("/a/bc/d.yaml", "/a/b", "/a/bc/d.yaml")]
    [InlineData("/a/b/..c/d.yaml", "/a/b", "..c/d.yaml")]
    [InlineData("/a/b.yaml", "/", "a/b.yaml")]
    public void Display_paths_know_inside_from_outside(string path, string currentDirectory, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the paths are those of Unix");
        Assert.Equal(expected, DisplayPath.Of(path, currentDirectory));
    }

    [Fact]
    public void Standard_input_is_read_and_shown_as_such()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);

        var run = workspace.RunWithInput(Encoding.UTF8.GetBytes(Samples.Mislabelled), "check", "-", "pod.yaml", "-");

        Assert.Equal(["<stdin>(15,21)", "pod.yaml(7,1)"], run.FindingLines.Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void Standard_input_may_be_empty_or_no_descriptor()
    {
        using var workspace = new Workspace();

        Assert.Equal("0 files, 0 documents, 0 workloads: 0 findings, 0 workloads undetermined, 1 file skipped", workspace.Run("check", "-").Summary);
    }

    [Fact]
    public void Files_speak_for_each_other()
    {
        using var workspace = new Workspace();
        workspace.Add("cluster/classes.yaml", Samples.Mislabelled[..Samples.Mislabelled.IndexOf("---", StringComparison.Ordinal)]).Add("pod.yaml", Samples.Unproven);

        var run = workspace.Run("check", ".");

        Assert.StartsWith("pod.yaml(8,21): warning ISM1001: ", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Contains("    see cluster/classes.yaml(5,10): ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_to_folders_are_not_followed_but_links_to_files_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Samples.Unsafe);
        Directory.CreateSymbolicLink(workspace.PathOf("deploy/loop"), workspace.Root);
        Directory.CreateSymbolicLink(workspace.PathOf("again"), workspace.PathOf("deploy"));
        File.CreateSymbolicLink(workspace.PathOf("link.yaml"), workspace.PathOf("deploy/pod.yaml"));

        Assert.Equal(["deploy/pod.yaml", "link.yaml"], workspace.Run("check", ".").FindingLines.Select(FileOf));
        Assert.Equal(["again/pod.yaml"], workspace.Run("check", "again").FindingLines.Select(FileOf));
    }

    [Fact]
    public async Task Pipes_in_folders_do_not_block()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are files on Unix only");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe);
        await NamedPipe.CreateAsync(workspace.PathOf("pipe.yaml"));

        Assert.Equal(["pod.yaml"], workspace.Run("check", ".").FindingLines.Select(FileOf));
    }

    [Fact]
    public async Task Pipes_that_are_named_are_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes are files on Unix only");
        using var workspace = new Workspace();
        await NamedPipe.CreateAsync(workspace.PathOf("pipe"));
        var write = Task.Run(() => File.WriteAllText(workspace.PathOf("pipe"), Samples.Unsafe), TestContext.Current.CancellationToken);

        var run = workspace.Run("check", "pipe");
        await write;

        Assert.Equal(["pipe"], run.FindingLines.Select(FileOf));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_may_not_be_read_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "permissions do not bind this user");
        using var workspace = new Workspace();
        workspace.Add("secret.yaml", Samples.Unsafe).Add("secret.json", "{}").Add("pod.yaml", Samples.Unsafe).Add("closed/pod.yaml", Samples.Unsafe);
        File.SetUnixFileMode(workspace.PathOf("secret.yaml"), UnixFileMode.None);
        File.SetUnixFileMode(workspace.PathOf("secret.json"), UnixFileMode.None);
        File.SetUnixFileMode(workspace.PathOf("closed"), UnixFileMode.None);
        try
        {
            var run = workspace.Run("check", ".");

            Assert.Equal(1, run.ExitCode);
            Assert.Equal(["closed", "pod.yaml", "secret.yaml"], run.FindingLines.Select(FileOf));
            Assert.Equal(2, run.FindingLines.Count(line => line.Contains("ISM9008", StringComparison.Ordinal) && line.Contains("access is denied", StringComparison.Ordinal)));
        }
        finally
        {
            File.SetUnixFileMode(workspace.PathOf("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_link_to_nothing_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Quiet);
        File.CreateSymbolicLink(workspace.PathOf("gone.yaml"), workspace.PathOf("nothing.yaml"));

        Assert.StartsWith("gone.yaml(1,1): warning ISM9008: ", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_does_not_depend_on_how_cores_share_the_work()
    {
        using var workspace = new Workspace();
        for (var i = 0; i < 200; i++)
        {
            workspace.Add($"{i % 7}/{i}.yaml", i % 2 == 0 ? Samples.Mislabelled : Samples.Unproven);
        }

        var first = workspace.Run("check", ".", "--format", "json").Output;

        Assert.Equal(first, workspace.Run("check", ".", "--format", "json").Output);
        Assert.Equal(first, workspace.Run("check", "6", "5", "4", "3", "2", "1", "0", "--format", "json").Output);
    }

    private static string FileOf(string line) => line[..line.IndexOf('(', StringComparison.Ordinal)];
}
