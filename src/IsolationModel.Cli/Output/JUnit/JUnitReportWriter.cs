using System.Globalization;
using System.Xml;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.JUnit;

/// <summary>
/// JUnit XML as Jenkins, GitLab and Azure Pipelines read it: a suite a file; in it a failed case for each finding that makes the run fail, a skipped one
/// for each that does not, and a passed one for each workload without any.
/// </summary>
/// <remarks>
/// A case a finding, because all three show one failure a case. Its class is the file, by which GitLab and Azure group; its name is unique in the file,
/// because GitLab drops namesakes. There is no attribute that the schema of the Jenkins plug-in xUnit does not know: it refuses the file for one.
/// </remarks>
internal sealed class JUnitReportWriter : IReportWriter
{
    private const string ProductName = "isolation";

    /// <summary>Where findings stand that are in no file.</summary>
    private const string NoFile = "(command line)";

    public string Name => "junit";

    public void Write(Report report, Stream stream, ReportStyle style)
    {
        var settings = new XmlWriterSettings { Encoding = ToolHost.Utf8, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            var suites = Suites(report);
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", ProductName);
            WriteCount(xml, "tests", suites.Sum(static suite => suite.Cases.Count) + (report.IsPartial ? 1 : 0));
            WriteCount(xml, "failures", suites.Sum(static suite => suite.Count(JUnitOutcome.Failed)));
            WriteCount(xml, "errors", report.IsPartial ? 1 : 0);
            if (report.IsPartial)
            {
                WriteStopped(xml, report);
            }

            foreach (var suite in suites)
            {
                WriteSuite(xml, suite);
            }

            xml.WriteEndElement();
        }

        stream.Write("\n"u8);
    }

    /// <summary>Files with findings or workloads, in the one order.</summary>
    private static List<JUnitSuite> Suites(Report report)
    {
        var suites = new SortedDictionary<string, JUnitSuite>(StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            SuiteOf(suites, finding.File).Add(finding, report.Fails(finding) ? JUnitOutcome.Failed : JUnitOutcome.Skipped);
        }

        var findings = new WorkloadFindings(report);
        foreach (var workload in report.Workloads.Where(workload => WorkloadFindings.IsJudged(workload) && findings.Of(workload).Count == 0))
        {
            SuiteOf(suites, workload.Place.File).AddClean(workload.Workload.DisplayName);
        }

        return [.. suites.Values];
    }

    private static JUnitSuite SuiteOf(SortedDictionary<string, JUnitSuite> suites, string file)
    {
        if (!suites.TryGetValue(file, out var suite))
        {
            suites.Add(file, suite = new JUnitSuite(file.Length == 0 ? NoFile : HarmlessText.Of(file)));
        }

        return suite;
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        WriteCount(xml, "tests", suite.Cases.Count);
        WriteCount(xml, "failures", suite.Count(JUnitOutcome.Failed));
        WriteCount(xml, "errors", 0);
        WriteCount(xml, "skipped", suite.Count(JUnitOutcome.Skipped));
        foreach (var (name, outcome, finding) in suite.Cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", suite.Name);
            xml.WriteAttributeString("name", name);
            if (finding is not null)
            {
                WriteFinding(xml, outcome == JUnitOutcome.Failed ? "failure" : "skipped", finding);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteFinding(XmlWriter xml, string element, Finding finding)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", $"{finding.Rule.Id} {finding.Rule.Name}");
        xml.WriteAttributeString("message", HarmlessText.Of(finding.Message));

        // GitLab shows the content and not the message, so that it has both.
        xml.WriteString(string.Join('\n', FindingArgument.AllLines(finding).Prepend(FindingLine.Of(finding))));
        xml.WriteEndElement();
    }

    private static void WriteStopped(XmlWriter xml, Report report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", ProductName);
        WriteCount(xml, "tests", 1);
        WriteCount(xml, "failures", 0);
        WriteCount(xml, "errors", 1);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", ProductName);
        xml.WriteAttributeString("name", "every file is read");
        xml.WriteStartElement("error");
        xml.WriteAttributeString("type", "stopped");
        xml.WriteAttributeString("message", TextSummary.Stopped(report));
        xml.WriteString(TextSummary.Stopped(report));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCount(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
}
