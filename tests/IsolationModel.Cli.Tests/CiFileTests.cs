using System.Text.RegularExpressions;
using System.Xml.Linq;
using IsolationModel.Cli.Tests.Reports;
using IsolationModel.Cli.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace IsolationModel.Cli.Tests;

/// <summary>The files for pipelines: they parse, what they run does what their page says, and what they upload is what they wrote.</summary>
public sealed partial class CiFileTests
{
    [Fact]
    public void Github_gets_annotations_a_summary_and_alerts()
    {
        var workflow = Yaml("github.yml");
        var job = workflow["jobs"]["check"];
        var steps = ((YamlSequenceNode)job["steps"]).Children;
        using var workspace = Samples();

        var run = Run(workspace, Assert.Single(Commands(workflow)), "GITHUB_STEP_SUMMARY=summary.md");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Error));
        Assert.NotEmpty(ReportReader.Findings("github", run.Output));
        Assert.Equal(ReportReader.Findings("github", run.Output), ReportReader.Findings("markdown", Read(workspace, "summary.md")));
        Assert.Equal("write", (string?)workflow["permissions"]["security-events"]);
        var upload = Assert.Single(steps, step => Text(step, "uses")?.StartsWith("github/codeql-action/upload-sarif@", StringComparison.Ordinal) == true);
        var sarif = Read(workspace, (string)upload["with"]["sarif_file"]!);
        Assert.Empty(SchemaFile.SarifErrors(sarif));
        Assert.Equal(ReportReader.Findings("github", run.Output), ReportReader.Findings("github-sarif", sarif));

        // What fails the step must not keep its report from being uploaded.
        Assert.Contains("!cancelled()", (string?)upload["if"], StringComparison.Ordinal);
    }

    [Fact]
    public void Gitlab_gets_issues_and_tests()
    {
        var pipeline = Yaml("gitlab.yml");
        var artifacts = pipeline["isolation"]["artifacts"];
        using var workspace = Samples();

        Assert.Equal(1, Run(workspace, Assert.Single(Commands(pipeline))).ExitCode);

        Assert.Equal("always", (string?)artifacts["when"]);
        var issues = Read(workspace, (string)artifacts["reports"]["codequality"]!);
        Assert.Empty(SchemaFile.GitLabErrors(issues));
        var tests = Read(workspace, (string)artifacts["reports"]["junit"]!);
        Assert.Empty(SchemaFile.JUnitErrors(tests));
        Assert.Equal(ReportReader.Findings("gitlab", issues), ReportReader.Findings("junit", tests));
    }

    [Fact]
    public void Azure_pipelines_get_tests_and_scans()
    {
        var pipeline = Yaml("azure-pipelines.yml");
        var steps = ((YamlSequenceNode)pipeline["steps"]).Children;
        using var workspace = Samples();

        Assert.Equal(1, Run(workspace, Assert.Single(Commands(pipeline))).ExitCode);

        var publish = Assert.Single(steps, step => Text(step, "task") == "PublishTestResults@2");
        var tests = Read(workspace, (string)publish["inputs"]["testResultsFiles"]!);
        Assert.Empty(SchemaFile.JUnitErrors(tests));
        Assert.Equal("JUnit", (string?)publish["inputs"]["testResultsFormat"]);
        Assert.Contains(XDocument.Parse(tests).Descendants("testcase"), test => !test.HasElements);
        var scans = Assert.Single(steps, step => Text(step, "publish") is not null);
        Assert.Empty(SchemaFile.SarifErrors(Read(workspace, Text(scans, "publish")!)));
        Assert.All([publish, scans], step => Assert.Equal("succeededOrFailed()", Text(step, "condition")));
    }

    [Fact]
    public void The_hook_checks_all_files()
    {
        var hook = Assert.Single(((YamlSequenceNode)Yaml(".pre-commit-hooks.yaml")).Children);
        using var workspace = Samples();

        Assert.Equal(1, Run(workspace, $"{hook["entry"]} {string.Join(' ', (YamlSequenceNode)hook["args"])}").ExitCode);
        Assert.Equal("false", (string?)hook["pass_filenames"]);
        Assert.All(["id", "name", "entry", "language"], key => Assert.NotNull(Text(hook, key)));
        var files = new Regex((string)hook["files"]!);
        Assert.All(["deploy/pod.yaml", "compose.yml", "pod.k8s.json", "etc/containerd/config.toml", "crio.conf"], file => Assert.Matches(files, file));
        Assert.DoesNotMatch(files, "Program.cs");
    }

    /// <summary>As far as it goes without an engine: the statements are known, stages that are copied from exist, and what is started is the command.</summary>
    [Fact]
    public void The_image_starts_the_command()
    {
        var statements = Read("Dockerfile").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 2)).ToList();

        Assert.All(statements, statement => Assert.Contains(statement[0], (string[])["FROM", "ARG", "RUN", "COPY", "ENV", "USER", "WORKDIR", "ENTRYPOINT", "CMD"]));
        Assert.Equal("FROM", statements[0][0]);
        var stages = statements.Where(statement => statement[0] == "FROM").Select(statement => statement[1].Split(" AS ")).Where(stage => stage.Length > 1).Select(stage => stage[1]);
        var copied = Assert.Single(statements, statement => statement[0] == "COPY")[1].Split(' ');
        Assert.Contains(copied[0]["--from=".Length..], stages);
        Assert.Contains($"--tool-path {copied[1]} ", Assert.Single(statements, statement => statement[0] == "RUN")[1], StringComparison.Ordinal);
        Assert.StartsWith($"PATH=\"{copied[2]}:", Assert.Single(statements, statement => statement[0] == "ENV")[1], StringComparison.Ordinal);
        Assert.Equal("[\"isolation\"]", Assert.Single(statements, statement => statement[0] == "ENTRYPOINT")[1]);
        Assert.True(statements.FindLastIndex(statement => statement[0] == "USER") > statements.FindLastIndex(statement => statement[0] == "FROM"));

        using var workspace = Samples();
        var promised = ContainerRun().Match(Read("Dockerfile"));
        Assert.Equal(1, workspace.Run(promised.Groups["args"].Value.Split(' ')).ExitCode);
        Assert.Equal(0, workspace.Run("--help").ExitCode);
    }

    [Fact]
    public void Every_command_of_the_page_ends_as_it_says()
    {
        var commands = Promise().Matches(Read("README.md"));
        using var workspace = Samples();

        Assert.True(commands.Count >= 5);
        foreach (Match command in commands)
        {
            Assert.Equal($"{command.Groups["command"].Value.Trim()} -> {command.Groups["code"].Value}", $"{command.Groups["command"].Value.Trim()} -> {Run(workspace, command.Groups["command"].Value).ExitCode}");
        }
    }

    [Fact]
    public void The_page_names_every_format_and_every_file()
    {
        var page = Read("README.md");

        Assert.All(Output.ReportFormats.Names, format => Assert.Contains($"\n| `{format}` | ", page, StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(Folder).Select(Path.GetFileName).Where(file => file != "README.md"), file => Assert.Contains($"[{file}](", page, StringComparison.Ordinal));
        foreach (Match ending in Endings().Matches(page))
        {
            Assert.All(ending.Groups["endings"].Value.Split(", "), text => Assert.Equal(ending.Groups["format"].Value, Output.ReportFormats.OfFile($"a{text.Trim('`')}", Output.ReportFormats.Default).Name));
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ci");

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string Read(Workspace workspace, string file) => File.ReadAllText(workspace.PathOf(file));

    private static YamlNode Yaml(string file)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Read(file));
        stream.Load(reader);
        return Assert.Single(stream.Documents).RootNode;
    }

    private static string? Text(YamlNode node, string key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? (string?)value : null;

    /// <summary>Every scalar that runs the command.</summary>
    private static IEnumerable<string> Commands(YamlNode root) =>
        root.AllNodes.OfType<YamlScalarNode>().Select(static scalar => scalar.Value!).Where(static text => text.StartsWith("isolation ", StringComparison.Ordinal));

    /// <summary>Runs a command line as a shell would, as far as those of the files need one.</summary>
    private static ToolRun Run(Workspace workspace, string command, string variable = "=")
    {
        var pair = variable.Split('=');
        var text = pair[0].Length == 0 ? command : command.Replace($"${pair[0]}", pair[1], StringComparison.Ordinal);
        Assert.DoesNotMatch("[$|<>&;`*]", text);
        return workspace.Run([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static word => word.Trim('"'))]);
    }

    private static Workspace Samples()
    {
        var workspace = new Workspace();
        var root = Path.Combine(AppContext.BaseDirectory, "samples");
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            workspace.Add(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file));
        }

        return workspace;
    }

    [GeneratedRegex(@"^(?<command>isolation check .*?)# exit code (?<code>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Promise();

    [GeneratedRegex(@"docker run .* isolation (?<args>check [^>]*) >", RegexOptions.ExplicitCapture)]
    private static partial Regex ContainerRun();

    [GeneratedRegex(@"^\| `(?<format>[a-z-]+)` \| (?<endings>`\.[^|]+`) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Endings();
}
