using System.Text;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>No files make putting together throw, hang or grow without bound.</summary>
public sealed class HostileComposeTests
{
    [Fact]
    public void Aliases_that_multiply_are_stopped_by_the_reader()
    {
        var text = new StringBuilder("x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append("x-").Append(i).Append(": &a").Append(i).Append(" [").Append(string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))).Append("]\n");
        }

        text.Append("services:\n  web: { image: a, cap_add: *a11 }\n");

        Assert.Contains(new ComposeRun().Add("compose.yaml", text.ToString()).Findings(), static finding => finding.Contains("ISM9005", StringComparison.Ordinal));
    }

    [Fact]
    public void Services_that_double_what_they_inherit_are_stopped()
    {
        var text = new StringBuilder("services:\n  s0: { image: a, security_opt: [a, b, c, d, e, f, g, h] }\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append("  s").Append(i).Append(": { extends: s").Append(i - 1).Append(", security_opt: [").Append(string.Join(", ", Enumerable.Repeat("x", 10_000))).Append("] }\n");
        }

        var findings = new ComposeRun().Add("compose.yaml", text.ToString()).Findings("untrusted-code");

        Assert.Contains(findings, static finding => finding.Contains("ISM9009", StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_costs_the_document() => Assert.Empty(
        new ComposeRun().Add("compose.yaml", "services:\n  web:\n    image: a\n    labels: " + new string('[', 300) + new string(']', 300) + "\n").Workloads());

    /// <summary>Whatever is cut off or changed, everything else is still read.</summary>
    [Fact]
    public void No_part_of_a_project_makes_it_fail()
    {
        const string text = "x-a: &a { cap_add: [A] }\nname: ${N:-x}\ninclude: [{ path: [b.yaml], env_file: [x.env] }]\nservices:\n  web:\n    <<: [*a]\n    extends: { file: b.yaml, service: db }\n    ports: !override [80]\n    runtime: '${R:-${S:-runsc}}'\n    x-isolation: { level: high }\nvolumes: { d: { driver_opts: { o: bind } } }\n";
        for (var end = 0; end <= text.Length; end++)
        {
            var run = new ComposeRun().Add("compose.yaml", text[..end]).Add("compose.override.yaml", text[..(text.Length - end)]).Add("b.yaml", "services: { db: { image: a } }\n").Add(".env", text[..end]);
            Assert.DoesNotContain(run.Evaluate("untrusted-code").Findings, static finding => finding.Rule.Id == "ISM9001");
        }
    }

    [Theory]
    [InlineData("services: { web: { extends: [] } }")]
    [InlineData("services: { web: { extends: { service: { a: b } } } }")]
    [InlineData("services: { web: { extends: { file: [x], service: a } } }")]
    [InlineData("services: { web: { image: { a: b }, volumes: { a: b }, labels: [[a]], build: [x], networks: 1 } }")]
    [InlineData("include: { path: x }\nservices: { web: { image: a } }")]
    [InlineData("include: [[x], { path: { a: b } }, null, { path: null }, 1]\nservices: { web: { image: a } }")]
    [InlineData("name: [x]\nx-isolation: [[a]]\nvolumes: [a]\nservices: { web: { image: a } }")]
    [InlineData("? [a]\n: b\nservices: { ? { a: b } : { image: a } }")]
    public void A_value_of_another_shape_is_passed_over(string text) => Assert.DoesNotContain(
        new ComposeRun().Add("compose.yaml", text + "\n").Add("compose.override.yaml", "services: { web: { image: a, volumes: [a], labels: { a: b }, build: ., networks: { x: } } }\n").Evaluate("untrusted-code").Findings,
        static finding => finding.Rule.Id == "ISM9001");

    [Fact]
    public void Each_of_many_projects_has_its_own_variables_and_services()
    {
        var run = new ComposeRun();
        for (var i = 0; i < 100; i++)
        {
            run.Add($"p{i}/compose.yaml", "services:\n  web: { image: '${I:-a}' }\n  db: { image: b }\n").Add($"p{i}/compose.override.yaml", "services:\n  web: { runtime: $R }\n").Add($"p{i}/.env", $"I=x\nR=r{i}\n");
        }

        var workloads = run.Workloads();

        Assert.Equal(200, workloads.Count);
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"r{i}"), workloads.Where(static workload => workload.Name == "web").Select(static workload => workload.Runtime.Name));
    }
}
