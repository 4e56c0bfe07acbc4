using IsolationModel.Descriptors;
using IsolationModel.Evaluation;

namespace IsolationModel.Conformance.PublicDescriptors;

/// <summary>The projects of docker/awesome-compose.</summary>
public sealed class ComposeCorpusTests
{
    /// <summary>The kind of services.</summary>
    public const string Service = "service";

    private const string Folder = "awesome-compose/";

    /// <summary>
    /// What PyYAML 6.0.3 counts: of the YAML files below the folder, those whose document is a mapping with a mapping <c>services</c>, and the keys of
    /// the latter.
    /// </summary>
    private const int Projects = 39;
    private const int Services = 81;

    [Fact]
    public void Every_service_is_found_and_nothing_else()
    {
        PublicCorpus.SkipIfAbsent();
        var workloads = PublicCorpus.Evaluate(need: null).Workloads.Where(workload => workload.File.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();

        Assert.Equal((Projects, Services), (workloads.Select(workload => workload.File.Path).Distinct(StringComparer.Ordinal).Count(), workloads.Count));
        Assert.All(workloads, workload => Assert.Equal((Service, false), (workload.Workload.Kind, workload.Workload.IsRendered)));
    }

    [Fact]
    public void Only_the_two_runtimes_that_are_written_are_picked()
    {
        PublicCorpus.SkipIfAbsent();
        var workloads = PublicCorpus.Evaluate(need: null).Workloads.Where(workload => workload.File.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();

        Assert.Equal(
            ["awesome-compose/wasmedge-kafka-mysql/compose.yml etl io.containerd.wasmedge.v1 runwasi", "awesome-compose/wasmedge-mysql-nginx/compose.yml backend io.containerd.wasmedge.v1 runwasi"],
            workloads.Where(workload => workload.Runtime.Confidence != RuntimeConfidence.AssumedDefault).Select(workload => $"{workload.File.Path} {workload.Workload.Name} {workload.Workload.Runtime.Name} {workload.Runtime.Technology?.Id}"));
        Assert.All(workloads.Where(workload => workload.Runtime.Confidence == RuntimeConfidence.AssumedDefault), workload => Assert.Equal("runc", workload.Runtime.Technology?.Id));
    }

    [Fact]
    public void With_a_need_every_service_is_spoken_of_and_a_shim_for_modules_is_not_shown_to_be_a_sandbox()
    {
        PublicCorpus.SkipIfAbsent();
        var findings = PublicCorpus.Evaluate("untrusted-code").Findings.Where(finding => finding.File.StartsWith(Folder, StringComparison.Ordinal)).ToList();

        Assert.Equal(Services, findings.Count);
        Assert.Equal(["ISM1001 runc", "ISM1501 runwasi"], findings.Select(finding => $"{finding.Rule.Id} {finding.TechnologyId}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, findings.Count(finding => finding.TechnologyId == "runwasi"));
    }

    /// <summary>The engine's socket, mounted read-only or not: whoever reaches it controls the host.</summary>
    [Theory]
    [InlineData("awesome-compose/portainer/compose.yaml", "portainer")]
    [InlineData("awesome-compose/traefik-golang/compose.yaml", "frontend")]
    public void A_socket_of_the_engine_is_told_under_a_need_that_runc_could_meet(string file, string service)
    {
        PublicCorpus.SkipIfAbsent();

        Assert.Contains(PublicCorpus.Evaluate("level:medium").Findings, finding => finding.File == file && finding.Rule.Id == "ISM2001" && finding.Workload == $"service {service}");
    }

    [Fact]
    public void Variables_are_filled_in_from_the_files_beside_the_projects()
    {
        PublicCorpus.SkipIfAbsent();
        var environment = PublicCorpus.Files.Where(file => file.Path.EndsWith(".env", StringComparison.Ordinal)).ToList();

        Assert.Equal(4, environment.Count);
        Assert.All(environment, file => Assert.False(file.IsDescriptor));
        var mounted = DescriptorLinker.Link(PublicCorpus.Files, cancellationToken: TestContext.Current.CancellationToken)
            .Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(file => file.Workloads)
            .SelectMany(workload => workload.Containers)
            .SelectMany(container => container.Settings)
            .SelectMany(fact => fact.Items)
            .Select(item => item.Value)
            .ToList();
        Assert.Contains(mounted, item => item.StartsWith("/media/your/plex/path", StringComparison.Ordinal));
        Assert.DoesNotContain(mounted, item => item.Contains('$', StringComparison.Ordinal));
    }
}
