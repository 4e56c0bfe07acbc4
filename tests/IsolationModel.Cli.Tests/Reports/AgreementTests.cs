using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Whichever format somebody reads, it tells the same findings.</summary>
public sealed class AgreementTests
{
    private static readonly string[] Severities = ["error", "warning", "info"];

    [Fact]
    public void All_formats_tell_the_same_findings() => RandomDescriptors.Files.Sample(
        static files =>
        {
            using var workspace = new Workspace();
            foreach (var (file, text) in files)
            {
                workspace.Add(file, text);
            }

            var outputs = ReportFormats.Names.SelectMany(static format => new[] { "--output", $"{format}:out.{format}" }).ToArray();
            var run = workspace.Run(["check", "d", .. outputs]);
            Assert.Empty(run.Error);

            string Report(string format) => File.ReadAllText(workspace.PathOf($"out.{format}"));
            var expected = ReportReader.Findings("json", Report("json"));
            foreach (var format in ReportReader.Formats)
            {
                Assert.Equal(expected, ReportReader.Findings(format, Report(format)));
            }

            Assert.Empty(SchemaFile.SarifErrors(Report("sarif")));
            Assert.Empty(SchemaFile.SarifErrors(Report("github-sarif")));
            Assert.Empty(SchemaFile.JUnitErrors(Report("junit")));
            Assert.Empty(SchemaFile.GitLabErrors(Report("gitlab")));
            AssertCounts(expected, ReportReader.Csv(Report("csv")));
            Assert.Equal(run.ExitCode == 1, XDocument.Parse(Report("junit")).Descendants("failure").Any());
        },
        iter: 40,
        threads: 1);

    /// <summary>A table of workloads cannot tell findings one by one, but its columns add up.</summary>
    private static void AssertCounts(IReadOnlyList<ToldFinding> expected, IReadOnlyList<IReadOnlyList<string>> records) => Assert.Equal(
        Severities.Select(severity => expected.Count(finding => finding.Severity == severity)),
        new[] { 15, 16, 17 }.Select(column => records.Skip(1).Sum(record => int.Parse(record[column], CultureInfo.InvariantCulture))));
}
