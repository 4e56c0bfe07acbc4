using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using AngleSharp.Html.Parser;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Descriptors;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>Every format of reports can be read back, whatever the names in it, and tells every finding.</summary>
internal static class Reports
{
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes and reads every format.</summary>
    public static void Check(Judgement judged)
    {
        var inputs = new InputSet([.. judged.Files.Select(static file => new InputFile(file.Path, file.Path, DescriptorExpectation.Expected, IsNamed: true))], [], 0);
        var report = Report.Of(new ModelReadResult(Judgement.Model.Definition, []), Judgement.Model.BoundaryScale, inputs, judged.Result) with
        {
            Files = judged.Linked,
            Paths = ["."],
            Day = Judgement.Model.Day,
        };
        foreach (var name in ReportFormats.Names)
        {
            var text = Write(report, name);
            OracleException.Demand(text == Write(report, name), "sameness", $"{name} is written in two ways", () => text);
            try
            {
                Read(name, text, report);
            }
            catch (Exception error) when (error is JsonException or XmlException or HtmlParseException or FormatException or KeyNotFoundException)
            {
                throw new OracleException("reports", $"{name} cannot be read back", $"{error.Message}\n{text}");
            }
        }
    }

    private static string Write(Report report, string name)
    {
        using var stream = new MemoryStream();
        ReportFormats.Find(name)!.Write(report, stream, ReportStyle.Plain);
        try
        {
            return Strict.GetString(stream.ToArray());
        }
        catch (DecoderFallbackException error)
        {
            throw new OracleException("reports", $"{name} is not UTF-8", error.Message);
        }
    }

    private static void Read(string name, string text, Report report)
    {
        switch (name)
        {
            case "json" or "sarif" or "github-sarif" or "gitlab":
                using (var json = JsonDocument.Parse(text))
                {
                    ReadJson(name, json.RootElement, report.Findings.Count);
                }

                break;
            case "junit":
                using (var reader = XmlReader.Create(new StringReader(text), Xml))
                {
                    while (reader.Read())
                    {
                        // Reading to the end is the check.
                    }
                }

                break;
            case "html":
                using (new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(text))
                {
                    break;
                }

            case "csv":
                CsvText.Demand(text, report.Findings.Count);
                break;
            default:
                // On a terminal and in the log of a build nothing may act.
                OracleException.Demand(
                    !text.Any(static character => char.IsControl(character) && character != '\n'),
                    "reports",
                    $"{name} holds a control character",
                    () => text);
                break;
        }
    }

    private static void ReadJson(string name, JsonElement root, int findings)
    {
        var told = name switch
        {
            "json" => root.GetProperty("findings").GetArrayLength(),
            "gitlab" => root.GetArrayLength(),
            // What a suppression covers is told there as well, as suppressed.
            _ => root.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Count(static result => !result.TryGetProperty("suppressions", out _)),
        };
        OracleException.Demand(told == findings, "reports", $"{name} tells more or fewer findings", () => string.Create(CultureInfo.InvariantCulture, $"{told} of {findings}"));
        if (name is "sarif")
        {
            foreach (var result in root.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
            {
                foreach (var location in result.GetProperty("locations").EnumerateArray())
                {
                    if (location.GetProperty("physicalLocation").TryGetProperty("region", out var region))
                    {
                        OracleException.Demand(region.GetProperty("startLine").GetInt32() >= 1, "reports", "a line of SARIF is not counted from 1", () => region.ToString());
                    }
                }
            }
        }
    }
}
