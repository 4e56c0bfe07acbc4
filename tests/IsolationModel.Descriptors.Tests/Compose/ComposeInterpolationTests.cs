using IsolationModel.Evaluation;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>How sure a value is that a variable gives, and where it stands.</summary>
public sealed class ComposeInterpolationTests
{
    [Theory]
    [InlineData("${RUNTIME:-io.containerd.kata.v2}", "", RuntimeConfidence.Likely, "as variable 'RUNTIME' has it by default")]
    [InlineData("${RUNTIME:-runc}", "RUNTIME=io.containerd.kata.v2", RuntimeConfidence.Likely, "as variable 'RUNTIME' is set in shop/.env unless the environment sets it")]
    [InlineData("$RUNTIME", "RUNTIME=io.containerd.kata.v2", RuntimeConfidence.Likely, "as variable 'RUNTIME' is set in shop/.env")]
    [InlineData("io.containerd.${NAME:-kata}.v2", "", RuntimeConfidence.Likely, "variable 'NAME'")]
    [InlineData("io.containerd.kata.v2", "RUNTIME=x", RuntimeConfidence.Known, "runtime 'io.containerd.kata.v2'")]
    [InlineData("${RUNTIME}", "", RuntimeConfidence.Unknown, "'${RUNTIME}' is set in no file of the run")]
    [InlineData("${RUNTIME:?}", "", RuntimeConfidence.Unknown, "'${RUNTIME:?}' is set in no file of the run")]
    [InlineData("${RUNTIME}", "RUNTIME=", RuntimeConfidence.AssumedDefault, "runtime is not set, as variable 'RUNTIME' is set in shop/.env")]
    public void What_files_say_is_likely_and_what_they_do_not_say_is_unknown(string runtime, string environment, RuntimeConfidence confidence, string reason)
    {
        var assessment = Assert.Single(new ComposeRun().Add("shop/compose.yaml", $"services:\n  web:\n    image: a\n    runtime: {runtime}\n").Add("shop/.env", environment + "\n").Evaluate().Workloads);

        Assert.Equal(confidence, assessment.Runtime.Confidence);
        Assert.Contains(reason, assessment.Runtime.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_that_would_do_is_not_shown_to_be_met()
    {
        var run = new ComposeRun().Add("compose.yaml", "services:\n  web:\n    image: a\n    runtime: ${RUNTIME:-io.containerd.kata.v2}\n");

        var finding = Assert.Single(run.Evaluate("untrusted-code").Findings);

        Assert.Equal("compose.yaml(4,14) ISM1501 ${RUNTIME:-io.containerd.kata.v2}", run.Describe(finding));
        Assert.Contains("write the runtime out to show it", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_that_will_not_do_fails() => Assert.Equal(
        ["compose.yaml(4,14) ISM1001 ${RUNTIME:-runc}"],
        new ComposeRun().Add("compose.yaml", "services:\n  web:\n    image: a\n    runtime: ${RUNTIME:-runc}\n").Findings("untrusted-code"));

    [Fact]
    public void The_line_of_the_environment_file_is_a_related_place()
    {
        var finding = Assert.Single(new ComposeRun().Add("compose.yaml", "services:\n  web:\n    image: a\n    runtime: $R\n").Add(".env", "# which\nR=runc\n").Evaluate("untrusted-code").Findings);

        Assert.Contains(finding.Related, static related => related is { File: ".env", Start: { Line: 2, Column: 3 } });
    }

    /// <summary>Compose makes a boolean of what a field wants as one, whatever its quotes were.</summary>
    [Theory]
    [InlineData("\"${PRIVILEGED:-true}\"", "true")]
    [InlineData("${PRIVILEGED:-false}", "false")]
    [InlineData("'true'", "true")]
    public void A_filled_in_text_is_what_its_field_wants(string value, string expected)
    {
        var container = Assert.Single(Assert.Single(new ComposeRun().Add("compose.yaml", $"services:\n  web:\n    image: a\n    privileged: {value}\n").Workloads()).Containers);

        Assert.Equal(expected, container.Find("privileged")?.Value ?? "false");
    }

    [Fact]
    public void Of_a_variable_without_a_value_nothing_is_claimed()
    {
        var container = Assert.Single(Assert.Single(new ComposeRun().Add("compose.yaml", "services:\n  web:\n    image: a\n    privileged: ${PRIVILEGED}\n").Workloads()).Containers);

        Assert.True(container.Find("privileged")!.IsUnresolved);
    }

    /// <summary>The pattern of Sitecore/docker-examples: one variable for each service, values in the environment file.</summary>
    [Fact]
    public void Isolation_of_Windows_is_as_the_environment_file_says()
    {
        var workloads = new ComposeRun()
            .Add("docker-compose.yml", "services:\n  traefik:\n    isolation: ${TRAEFIK_ISOLATION}\n    image: traefik:windowsservercore\n    platform: windows/amd64\n  cm:\n    isolation: ${ISOLATION:-hyperv}\n    image: cm\n    platform: windows/amd64\n")
            .Add(".env", "TRAEFIK_ISOLATION=hyperv\nISOLATION=process\n")
            .Workloads();

        Assert.Equal(["hyperv", "process"], workloads.Select(static workload => workload.Runtime.Name));
        Assert.All(workloads, static workload => Assert.Equal(RuntimeReferenceState.Named, workload.Runtime.State));
    }
}
