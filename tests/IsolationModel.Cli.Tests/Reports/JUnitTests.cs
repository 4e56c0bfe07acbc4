using System.Xml.Linq;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Tests.Reports;

public sealed class JUnitTests
{
    [Fact]
    public void Every_report_is_valid_by_the_schema_of_the_jenkins_plug_in()
    {
        Assert.Empty(SchemaFile.JUnitErrors(ReportSample.In("junit", ReportSample.Everything)));
        Assert.Empty(SchemaFile.JUnitErrors(ReportSample.In("junit", ReportSample.Nothing)));
        Assert.Empty(SchemaFile.JUnitErrors(ReportSample.In("junit", ReportSample.Stopped)));
        Assert.NotEmpty(SchemaFile.JUnitErrors(ReportSample.In("junit", ReportSample.Everything).Replace(" errors=", " mistakes=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, 0, 3)]
    [InlineData(FindingSeverity.Error, 1, 2)]
    [InlineData(FindingSeverity.Warning, 2, 1)]
    [InlineData(FindingSeverity.Info, 3, 0)]
    public void What_makes_the_run_fail_is_a_failure_and_the_rest_is_skipped(FindingSeverity? failOn, int failures, int skipped)
    {
        var document = XDocument.Parse(ReportSample.In("junit", ReportSample.Everything with { FailOn = failOn }));

        Assert.Equal((failures, skipped), (document.Descendants("failure").Count(), document.Descendants("skipped").Count()));
        Assert.Equal($"{failures}", document.Root!.Attribute("failures")!.Value);
    }

    [Fact]
    public void A_workload_without_findings_passes()
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Quiet).Add("b.yaml", Samples.Unsafe).Add("c.md", "no descriptor");

        var cases = XDocument.Parse(workspace.Run("check", ".", "--format", "junit").Output).Descendants("testcase").ToList();

        Assert.Equal(["a.yaml Pod web", "b.yaml Pod plugins: ISM1001 untrusted-code"], cases.Select(test => $"{test.Attribute("classname")!.Value} {test.Attribute("name")!.Value}"));
        Assert.Equal([0, 1], cases.Select(test => test.Elements("failure").Count()));
    }

    [Fact]
    public void Counts_agree_with_the_cases()
    {
        var document = XDocument.Parse(ReportSample.In("junit", ReportSample.Everything));

        Assert.All(document.Descendants("testsuite"), suite =>
        {
            Assert.Equal($"{suite.Elements("testcase").Count()}", suite.Attribute("tests")!.Value);
            Assert.Equal($"{suite.Descendants("failure").Count()}", suite.Attribute("failures")!.Value);
            Assert.Equal($"{suite.Descendants("skipped").Count()}", suite.Attribute("skipped")!.Value);
        });
        Assert.Equal($"{document.Descendants("testcase").Count()}", document.Root!.Attribute("tests")!.Value);
    }

    /// <summary>GitLab drops all but the first of those with one name.</summary>
    [Fact]
    public void Names_of_cases_are_unique_in_their_class()
    {
        var finding = ReportSample.Everything.Findings[2];
        var document = XDocument.Parse(ReportSample.In("junit", ReportSample.Everything with { Findings = [finding, finding, finding with { Need = "untrusted-code (2)" }] }));

        Assert.Equal(4, document.Descendants("testcase").Count());
        Assert.Distinct(document.Descendants("testcase").Select(test => $"{test.Attribute("classname")!.Value}\n{test.Attribute("name")!.Value}"));
    }
}
