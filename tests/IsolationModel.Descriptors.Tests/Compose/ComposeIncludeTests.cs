namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Projects that include others (Compose Specification, 14-include.md; compose-go, loader/include.go).</summary>
public sealed class ComposeIncludeTests
{
    private const string Database = "services:\n  db: { image: b, runtime: '${RUNTIME:-runc}' }\n";

    [Theory]
    [InlineData("include: [infra/compose.yaml]", "")]
    [InlineData("include:\n  - path: infra/compose.yaml", "")]
    [InlineData("include:\n  - path: [infra/compose.yaml, infra/more.yaml]", "init")]
    public void A_project_has_what_it_includes(string include, string field)
    {
        var run = new ComposeRun().Add("compose.yaml", include + "\nservices:\n  web: { image: a }\n").Add("infra/compose.yaml", Database).Add("infra/more.yaml", "services:\n  db: { init: true }\n");

        Assert.Equal(["db", "web"], run.Workloads().Select(static workload => workload.Name));
        Assert.Contains(field, run.Service("db", "compose.yaml"), StringComparison.Ordinal);
    }

    /// <summary>What the outer project knows wins; then come the environment files of the include, or the one of its folder.</summary>
    [Theory]
    [InlineData("include: [infra/compose.yaml]", "", "RUNTIME=inner\n", "inner")]
    [InlineData("include: [infra/compose.yaml]", "RUNTIME=outer\n", "RUNTIME=inner\n", "outer")]
    [InlineData("include: [{ path: infra/compose.yaml, env_file: other.env }]", "", "RUNTIME=inner\n", "other")]
    [InlineData("include: [{ path: infra/compose.yaml, env_file: [other.env, last.env] }]", "", "RUNTIME=inner\n", "last")]
    [InlineData("include: [{ path: infra/compose.yaml, env_file: /dev/null }]", "", "RUNTIME=inner\n", "runc")]
    [InlineData("include: [{ path: infra/compose.yaml, project_directory: . }]", "", "RUNTIME=inner\n", "runc")]
    [InlineData("include: ['${FOLDER}/compose.yaml']", "FOLDER=infra\n", "", "runc")]
    public void Variables_come_from_the_nearest_file_that_has_them(string include, string outer, string inner, string runtime)
    {
        var run = new ComposeRun().Add("compose.yaml", include + "\n").Add(".env", outer).Add("infra/.env", inner).Add("infra/compose.yaml", Database).Add("other.env", "RUNTIME=other\n").Add("last.env", "RUNTIME=last\n");

        Assert.Equal(runtime, Assert.Single(run.Workloads()).Runtime.Name);
    }

    [Fact]
    public void Includes_nest_and_extend_within_their_own_folder()
    {
        var run = new ComposeRun()
            .Add("compose.yaml", "include: [a/compose.yaml]\n")
            .Add("a/compose.yaml", "include: [b/compose.yaml]\nservices:\n  x: { image: a }\n")
            .Add("a/b/compose.yaml", "services:\n  y: { extends: { file: common.yml, service: base } }\n")
            .Add("a/b/common.yml", "services:\n  base: { image: c, runtime: runsc }\n");

        Assert.Equal(["y runsc", "x "], run.Workloads().Select(static workload => $"{workload.Name} {workload.Runtime.Name}"));
    }

    [Fact]
    public void The_including_file_has_the_last_word() => Assert.Equal(
        "runsc",
        Assert.Single(new ComposeRun().Add("compose.yaml", "include: [infra/compose.yaml]\n").Add("compose.override.yaml", "services:\n  db: { runtime: runsc }\n").Add("infra/compose.yaml", Database).Workloads()).Runtime.Name);

    [Theory]
    [InlineData("include: [compose.yaml]", "services: {}", "compose.yaml(1,11) ISM9012 compose.yaml")]
    [InlineData("include: [b.yaml]", "include: [compose.yaml]", "b.yaml(1,11) ISM9012 compose.yaml")]
    public void A_circle_is_told(string first, string second, string expected)
    {
        var run = new ComposeRun().Add("compose.yaml", first + "\nservices:\n  web: { image: a }\n").Add("b.yaml", second + "\nservices:\n  db: { image: a }\n");

        Assert.Contains(expected, run.Findings());
        Assert.Contains("web", run.Workloads().Select(static workload => workload.Name));
    }

    [Theory]
    [InlineData("oci://docker.io/library/shop")]
    [InlineData("../../../etc/shadow")]
    [InlineData("https://github.com/docker/awesome-compose.git")]
    public void What_is_not_among_the_files_is_told_where_a_need_reaches_it(string path)
    {
        var run = new ComposeRun().Add("compose.yaml", $"x-isolation: untrusted-code\ninclude: ['{path}']\nservices:\n  web: {{ image: a, runtime: runsc }}\n");

        Assert.Contains($"compose.yaml(2,11) ISM1505 '{path}'", run.Findings());
    }
}
