using System.Text.Json;
using IsolationModel.Conformance.FrontEnds;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.PublicDescriptors;

/// <summary>Real files of others, which nobody wrote for these tests.</summary>
public sealed class PublicCorpusTests
{
    private const string UntrustedCode = "untrusted-code";
    private const string SandboxLevel = "software-sandbox";

    /// <summary>Files that the table calls templates by their folder, although nothing in them is one: they are read as what they are.</summary>
    private static readonly string[] TemplatesWithoutBraces =
    [
        "gke-samples/databases/gke-stateful-postgres/helm/postgresql-bootstrap/templates/balloonpopperpriorityclass.yaml",
        "gke-samples/databases/gke-stateful-postgres/helm/postgresql-bootstrap/templates/balloonpriorityclass.yaml",
        "gke-samples/streaming/gke-stateful-kafka/helm/templates/podmonitoring.yaml",
    ];

    [Fact]
    public void The_reader_finds_the_workloads_that_another_yaml_reader_finds()
    {
        PublicCorpus.SkipIfAbsent();
        var templates = ExpectedRow.All.Where(row => row.Kind == ExpectedRow.Template).Select(row => row.File).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            ExpectedRow.All.Where(row => !row.Kind.StartsWith('!')).Select(row => row.ToString()).Order(StringComparer.Ordinal),
            PublicCorpus.Files.Where(file => !templates.Contains(file.Path)).SelectMany(RowsOf).Where(row => row.Kind != ComposeCorpusTests.Service).Select(row => row.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_told()
    {
        PublicCorpus.SkipIfAbsent();
        Assert.Equal(
            ExpectedRow.All.Where(row => row.Kind == ExpectedRow.Unreadable).Select(row => row.File),
            PublicCorpus.Files.Where(file => file.Findings.Any(finding => finding.Rule == InputRules.SyntaxError)).Select(file => file.Path));
    }

    [Fact]
    public void A_template_is_told_or_yields_nothing_that_could_be_judged()
    {
        PublicCorpus.SkipIfAbsent();
        foreach (var row in ExpectedRow.All.Where(row => row.Kind == ExpectedRow.Template))
        {
            var file = PublicCorpus.Files.Single(file => file.Path == row.File);
            var isTold = file.Findings.Any(finding => finding.Rule == InputRules.IsTemplate);
            var isUnresolved = file.Workloads.All(workload => workload.Runtime.State == RuntimeReferenceState.Unresolved) && file.RuntimeClasses.All(item => item.Handler is null);
            Assert.True(isTold || isUnresolved, $"{row.File} is a template, and is judged as if it were none.");
            Assert.Equal(TemplatesWithoutBraces.Contains(row.File, StringComparer.Ordinal), !PublicCorpus.Texts[row.File].Contains("{{", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Where_nothing_declares_a_need_only_the_input_is_spoken_of()
    {
        PublicCorpus.SkipIfAbsent();
        Assert.All(PublicCorpus.Evaluate(need: null).Findings, finding => Assert.Equal(RuleCategory.Input, finding.Rule.Category));
    }

    [Fact]
    public void With_a_need_every_workload_is_spoken_of_that_is_not_shown_to_be_sandboxed()
    {
        PublicCorpus.SkipIfAbsent();
        string[] rules = ["ISM1001", "ISM1501", "ISM1502", "ISM2001"];
        var result = PublicCorpus.Evaluate(UntrustedCode);
        var told = result.Findings
            .Where(finding => rules.Contains(finding.Rule.Id, StringComparer.Ordinal))
            .Select(KeyOf)
            .ToHashSet();
        Assert.NotEmpty(told);
        foreach (var workload in result.Workloads.Where(workload => !workload.Workload.IsRendered))
        {
            Assert.Equal(!IsShownToBeSandboxed(workload), told.Contains(KeyOf(workload)));
        }
    }

    [Fact]
    public void With_a_need_every_workload_without_a_runtime_class_runs_on_the_default_and_fails()
    {
        PublicCorpus.SkipIfAbsent();
        var result = PublicCorpus.Evaluate(UntrustedCode);
        var failed = result.Findings.Where(finding => finding.Rule.Id == "ISM1001").Select(KeyOf).ToHashSet();
        Assert.All(
            result.Workloads.Where(workload => workload.Workload.Runtime.State == RuntimeReferenceState.Absent && !workload.Workload.IsRendered),
            workload => Assert.Contains(KeyOf(workload), failed));
    }

    [Theory]
    [InlineData("runwasi/test/k8s/deploy.yaml")]
    [InlineData("runwasi/test/k8s/deploy.oci.yaml")]
    [InlineData("gvisor/g3doc/user_guide/tutorials/docker-in-gke-sandbox/docker.yaml")]
    public void What_may_be_a_sandbox_is_not_shown_and_not_failed(string file)
    {
        PublicCorpus.SkipIfAbsent();
        var findings = PublicCorpus.Evaluate(UntrustedCode).Findings.Where(finding => finding.File == file && finding.Need is not null).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal("ISM1501", finding.Rule.Id));
    }

    [Fact]
    public void No_range_lies_outside_of_its_file()
    {
        PublicCorpus.SkipIfAbsent();
        var result = PublicCorpus.Evaluate(UntrustedCode);
        foreach (var finding in result.Findings)
        {
            Assert.InRange(finding.Range.Start, 0, finding.Range.End);
            Assert.InRange(finding.Range.End, 0, PublicCorpus.Texts[finding.File].Length);
        }

        foreach (var workload in result.Workloads)
        {
            foreach (var range in new[] { workload.Workload.Range, workload.Workload.Runtime.Range })
            {
                var place = workload.File.Lines.PlaceOf(workload.File.Path, range);
                Assert.InRange(place.Range.End, place.Range.Start, PublicCorpus.Texts[place.File].Length);
            }
        }
    }

    [Fact]
    public void The_command_line_finds_what_the_libraries_find()
    {
        PublicCorpus.SkipIfAbsent();
        var (code, report) = CommandLineFrontEnd.Check(Repository.Corpus!, [".", "--need", UntrustedCode, "--format", "json"]);
        Assert.Equal(1, code);
        var expected = PublicCorpus.Evaluate(UntrustedCode);
        using var json = JsonDocument.Parse(report);
        Assert.Equal(
            expected.Findings.Select(finding => $"{finding.File}{CoreFrontEnd.Observe(finding)}"),
            json.RootElement.GetProperty("findings").EnumerateArray().Select(Describe));
        Assert.Equal(expected.Summary.Workloads, json.RootElement.GetProperty("summary").GetProperty("workloads").GetInt32());
    }

    /// <summary>What a kustomization renders has the kustomization's name; its findings may stand in any of its files.</summary>
    private static (string? File, string? Workload) KeyOf(WorkloadAssessment workload) =>
        (workload.Workload.Rendering is null ? workload.File.Path : null, workload.Workload.DisplayName);

    private static (string? File, string? Workload) KeyOf(Finding finding) =>
        (finding.Workload?.Contains(" of ", StringComparison.Ordinal) == true ? null : finding.File, finding.Workload);

    private static string Describe(JsonElement finding)
    {
        var observed = CommandLineFrontEnd.Observe(finding);
        return $"{finding.GetProperty("file").GetString()}{observed}";
    }

    private static bool IsShownToBeSandboxed(WorkloadAssessment workload) =>
        workload.Runtime.Confidence == RuntimeConfidence.Known
        && workload.Assessment?.Isolation.Effective is { } effective
        && effective.Against(new OrdinalThreshold(ThresholdSide.AtLeast, workload.Model.BoundaryScale.IndexOf(SandboxLevel))) == Outcome.Meets;

    private static IEnumerable<ExpectedRow> RowsOf(DescriptorFile file)
    {
        foreach (var workload in file.Workloads)
        {
            yield return new ExpectedRow(file.Path, workload.Kind, workload.Namespace ?? ExpectedRow.Absent, OrAbsent(workload.Name), OrAbsent(workload.Runtime.Name), workload.Part ?? ExpectedRow.Absent);
        }

        foreach (var item in file.RuntimeSelectors)
        {
            yield return new ExpectedRow(file.Path, item.Object.Kind, item.Object.Namespace ?? ExpectedRow.Absent, item.Object.Name, OrAbsent(item.Runtime.Name));
        }

        foreach (var item in file.RuntimeClasses)
        {
            yield return new ExpectedRow(file.Path, "RuntimeClass", ExpectedRow.Absent, item.Name, item.Handler ?? ExpectedRow.Absent);
        }

        foreach (var item in file.Namespaces)
        {
            yield return new ExpectedRow(file.Path, "Namespace", ExpectedRow.Absent, item.Name, ExpectedRow.Absent);
        }
    }

    private static string OrAbsent(string text) => text.Length == 0 ? ExpectedRow.Absent : text;
}
