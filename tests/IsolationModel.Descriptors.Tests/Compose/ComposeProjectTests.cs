using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Which files are loaded together, and what is judged of the others.</summary>
public sealed class ComposeProjectTests
{
    private const string Base = "services:\n  web:\n    image: a\n";
    private const string Sandbox = "services:\n  web:\n    runtime: runsc\n";

    /// <summary>compose-go, cli/options.go: the first of the default names, and the first override beside it.</summary>
    [Theory]
    [InlineData("compose.yaml", "compose.override.yaml")]
    [InlineData("compose.yml", "docker-compose.override.yml")]
    [InlineData("docker-compose.yml", "docker-compose.override.yaml")]
    [InlineData("docker-compose.yaml", "compose.override.yml")]
    public void The_override_beside_a_project_is_loaded_with_it(string name, string changes)
    {
        var workload = Assert.Single(new ComposeRun().Add("shop/" + name, Base).Add("shop/" + changes, Sandbox).Workloads());

        Assert.Equal("runsc", workload.Runtime.Name);
        Assert.Equal(["shop/" + changes], workload.SourceFiles);
    }

    [Fact]
    public void Only_the_first_of_the_default_names_is_loaded() => Assert.Equal(
        "runc",
        Assert.Single(new ComposeRun().Add("compose.yaml", Base + "    runtime: runc\n").Add("docker-compose.yml", Sandbox).Add("compose.override.yml", "services: {}\n").Workloads()).Runtime.Name);

    [Fact]
    public void An_override_that_nothing_is_beside_is_a_part_of_nothing() => Assert.Empty(new ComposeRun().Add("compose.override.yaml", Sandbox).Workloads());

    [Fact]
    public void An_overlay_is_not_loaded_by_default_and_the_finding_names_it()
    {
        var run = new ComposeRun().Add("docker-compose.yml", Base).Add("docker-compose.gvisor.yml", Sandbox);

        var finding = Assert.Single(run.Evaluate("untrusted-code").Findings);

        Assert.StartsWith("docker-compose.yml(2,3) ISM1001 web", run.Describe(finding), StringComparison.Ordinal);
        Assert.Contains("docker-compose.gvisor.yml, which sets 'runsc', is not loaded by default", finding.Message, StringComparison.Ordinal);
        Assert.Contains(finding.Related, static related => related is { File: "docker-compose.gvisor.yml", Start: { Line: 3, Column: 14 } });
    }

    [Fact]
    public void An_overlay_that_the_user_names_is_loaded()
    {
        var workload = Assert.Single(new ComposeRun().Add("docker-compose.yml", Base).Add("docker-compose.gvisor.yml", Sandbox).Project("docker-compose.yml", "docker-compose.gvisor.yml").Workloads());

        Assert.Equal(("runsc", null), (workload.Runtime.Name, workload.Rendering));
    }

    [Fact]
    public void Two_projects_of_one_file_are_told_apart() => Assert.Equal(
        ["service web of a.yml + b.yml", "service web of a.yml + c.yml"],
        new ComposeRun().Add("a.yml", Base).Add("b.yml", Sandbox).Add("c.yml", Sandbox).Project("a.yml", "b.yml").Project("a.yml", "c.yml").Workloads().Select(static workload => workload.DisplayName));

    [Theory]
    [InlineData("COMPOSE_FILE=docker-compose.yml:docker-compose.gvisor.yml\n", "runsc")]
    [InlineData("COMPOSE_FILE=docker-compose.yml;./docker-compose.gvisor.yml\n", "runsc")]
    [InlineData("COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=docker-compose.yml,docker-compose.gvisor.yml\n", "runsc")]
    [InlineData("COMPOSE_FILE=docker-compose.yml\n", "")]
    public void The_environment_file_says_what_is_loaded(string environment, string runtime) => Assert.Equal(
        runtime,
        Assert.Single(new ComposeRun().Add(".env", environment).Add("docker-compose.yml", Base).Add("docker-compose.gvisor.yml", Sandbox).Workloads()).Runtime.Name);

    [Fact]
    public void A_file_that_can_be_started_alone_is_a_project() => Assert.Equal(
        ["compose.yaml web ", "docker-compose.prod.yml web runsc"],
        new ComposeRun().Add("compose.yaml", Base).Add("docker-compose.prod.yml", Base + "    runtime: runsc\n").Link().SelectMany(static file => file.Workloads.Select(workload => $"{file.Path} {workload.Name} {workload.Runtime.Name}")));

    [Fact]
    public void What_an_overlay_adds_is_judged_as_a_part()
    {
        var run = new ComposeRun()
            .Add("compose.yaml", Base + "    runtime: runsc\n    x-isolation: untrusted-code\n")
            .Add("compose.debug.yaml", "services:\n  web:\n    privileged: true\n");

        Assert.Contains("compose.debug.yaml(3,17) ISM2010 true", run.Findings());
    }

    [Fact]
    public void An_overlay_that_takes_the_sandbox_away_is_told()
    {
        var run = new ComposeRun().Add("compose.yaml", Base + "    runtime: runsc\n    x-isolation: untrusted-code\n").Add("compose.debug.yaml", "services:\n  web:\n    runtime: runc\n");

        Assert.Contains("compose.debug.yaml(3,14) ISM2010 runc", run.Findings());
    }

    [Fact]
    public void A_development_container_loads_what_it_names()
    {
        var workloads = new ComposeRun()
            .Add("docker-compose.yml", "services:\n  web: { image: a }\n  db: { image: b }\n")
            .Add(".devcontainer/docker-compose.dev.yml", "services:\n  web: { privileged: true }\n")
            .Add(".devcontainer/devcontainer.json", "{\n  // how it is built\n  \"dockerComposeFile\": [\"../docker-compose.yml\", \"docker-compose.dev.yml\"], /* and */\n  \"service\": \"web\",\n}\n")
            .Workloads();

        Assert.Equal(["web", "db", "web"], workloads.Select(static workload => workload.Name));
        Assert.Equal([".devcontainer/docker-compose.dev.yml"], workloads[2].SourceFiles);
    }

    [Theory]
    [InlineData("compose.yaml,compose.gvisor.yaml", "shop/compose.yaml shop/compose.gvisor.yaml")]
    [InlineData(" ./compose.yaml , ../b.yaml | c.yaml;;", "shop/compose.yaml b.yaml|shop/c.yaml")]
    [InlineData("/etc/compose.yaml,C:\\x\\b.yaml", "/etc/compose.yaml C:/x/b.yaml")]
    [InlineData(" ; , ", "")]
    public void A_list_of_files_is_a_list_of_projects(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ComposeProjectList.Parse(text, "shop").Select(static files => string.Join(' ', files))));

    [Fact]
    public void A_project_has_the_name_that_its_files_give_it() => Assert.Equal(
        "shop",
        Assert.Single(new ComposeRun().Add("compose.yaml", "name: ${NAME:-shop}\n" + Base).Workloads()).Namespace);

    /// <summary>The namespace of a cluster may be called as a project is; it says nothing of it.</summary>
    [Fact]
    public void A_namespace_of_a_cluster_says_nothing_of_a_project() => Assert.Empty(new ComposeRun()
        .Add("compose.yaml", "name: shop\n" + Base)
        .Add("namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations:\n    isolationmodel.dev/needs: untrusted-code\n")
        .Findings());

    [Fact]
    public void Needs_of_every_file_hold_together()
    {
        var workload = Assert.Single(new ComposeRun()
            .Add("compose.yaml", "x-isolation: untrusted-code\n" + Base)
            .Add("compose.override.yaml", "x-isolation: { level: high }\nservices:\n  web:\n    x-isolation: kernel-exploit\n")
            .Workloads());

        Assert.Equal(
            ["untrusted-code compose.yaml(1,14)", "high compose.override.yaml(1,23)", "kernel-exploit compose.override.yaml(4,18)"],
            workload.Needs.Select(static need => $"{need.Text} {Place(need)}"));
    }

    /// <summary>A file beside another one cannot lower what the other declares, unless it says so.</summary>
    [Theory]
    [InlineData("x-isolation: untrusted-code", "x-isolation: level:medium", "untrusted-code level:medium")]
    [InlineData("x-isolation: { level: high }", "x-isolation: { level: low }", "high low")]
    [InlineData("x-isolation: { needs: untrusted-code }", "x-isolation: { level: low }", "untrusted-code untrusted-code low")]
    [InlineData("x-isolation: untrusted-code", "x-isolation: !override level:medium", "level:medium")]
    [InlineData("x-isolation: untrusted-code", "x-isolation: !reset null", "")]
    [InlineData("x-isolation: untrusted-code", "extends: { file: b.yaml, service: base }", "untrusted-code kernel-exploit")]
    public void Needs_of_a_service_hold_together(string first, string second, string needs) => Assert.Equal(
        needs,
        string.Join(' ', Assert.Single(new ComposeRun()
            .Add("compose.yaml", Base + $"    {first}\n")
            .Add("compose.override.yaml", $"services:\n  web:\n    {second}\n")
            .Add("b.yaml", "services:\n  base: { image: b, x-isolation: kernel-exploit }\n")
            .Workloads(), static workload => workload.Name == "web").Needs.Select(static need => need.Text)));

    [Fact]
    public void A_value_stands_in_the_file_that_has_the_last_word()
    {
        var run = new ComposeRun()
            .Add("compose.yaml", "x-isolation: untrusted-code\nservices:\n  web:\n    image: a\n    runtime: runsc\n    cap_add:\n      - SYS_ADMIN\n")
            .Add("compose.override.yaml", "services:\n  web:\n    runtime: runc\n");

        var finding = Assert.Single(run.Evaluate().Findings, static finding => finding.Rule.Id == "ISM1001");

        Assert.Equal("compose.override.yaml(3,14) ISM1001 runc", run.Describe(finding));
        Assert.Contains(finding.Related, static related => related.Message.Contains("says more of service 'web'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_suppresses_in_the_file_where_the_finding_stands()
    {
        var result = new ComposeRun()
            .Add("compose.yaml", "x-isolation: untrusted-code\n" + Base)
            .Add("compose.override.yaml", "services:\n  web:\n    # isolation: disable ISM1001 -- replaced next month\n    runtime: runc\n")
            .Evaluate();

        Assert.Empty(result.Findings);
        Assert.Equal(1, result.Summary.Suppressed);
    }

    [Fact]
    public void A_broken_file_costs_itself_and_what_it_should_say_is_missing()
    {
        var findings = new ComposeRun().Add("compose.yaml", Base + "    runtime: runsc\n").Add("compose.override.yaml", "services:\n  web: [\n").Evaluate("untrusted-code").Findings;

        Assert.Contains(findings, static finding => finding is { File: "compose.override.yaml", Rule.Id: "ISM9006" });
        Assert.Contains(findings, static finding => finding is { File: "compose.yaml", Rule.Id: "ISM1505" });
    }

    private static string Place(NeedDeclaration need)
    {
        var place = need.Lines.PlaceOf(need.File, need.RangeOf(0, need.Text.Length));
        return $"{place.File}({place.Start.Line},{place.Start.Column})";
    }
}
