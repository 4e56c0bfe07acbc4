using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Code quality reports of GitLab.</summary>
public sealed class CodeQualityTests
{
    [Fact]
    public void Every_issue_is_valid_by_the_schema_of_gitlab()
    {
        Assert.Empty(SchemaFile.GitLabErrors(ReportSample.In("gitlab", ReportSample.Everything)));
        Assert.Empty(SchemaFile.GitLabErrors(ReportSample.In("gitlab", ReportSample.Stopped)));
        Assert.NotEmpty(SchemaFile.GitLabErrors(ReportSample.In("gitlab", ReportSample.Everything).Replace("\"fingerprint\"", "\"print\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_clean_run_is_an_empty_list()
    {
        Assert.Equal("[]\n", ReportSample.In("gitlab", ReportSample.Nothing));
    }

    [Fact]
    public void An_issue_stands_on_its_lines()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Samples.Mislabelled);

        using var document = JsonDocument.Parse(workspace.Run("check", ".", "--format", "gitlab").Output);

        var location = Assert.Single(document.RootElement.EnumerateArray()).GetProperty("location");
        Assert.Equal(("deploy/pod.yaml", 15, 15), (location.GetProperty("path").GetString(), location.GetProperty("lines").GetProperty("begin").GetInt32(), location.GetProperty("lines").GetProperty("end").GetInt32()));
        Assert.Equal((21, 27), (location.GetProperty("positions").GetProperty("begin").GetProperty("column").GetInt32(), location.GetProperty("positions").GetProperty("end").GetProperty("column").GetInt32()));
    }
}
