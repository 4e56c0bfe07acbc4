using IsolationModel.Cli.Output.Csv;
using IsolationModel.Cli.Output.GitHub;
using IsolationModel.Cli.Output.GitLab;
using IsolationModel.Cli.Output.JUnit;
using IsolationModel.Cli.Output.Markdown;
using IsolationModel.Cli.Output.Sarif;

namespace IsolationModel.Cli.Output;

/// <summary>The registry of report formats: one line a format, in the order in which help lists them.</summary>
internal static class ReportFormats
{
    private static readonly IReportWriter[] All =
    [
        new TextReportWriter(),
        new JsonReportWriter(),
        SarifReportWriter.ForAll,
        SarifReportWriter.ForGitHub,
        new JUnitReportWriter(),
        new AnnotationReportWriter(),
        new CodeQualityReportWriter(),
        new MarkdownReportWriter(),
        new CsvReportWriter(),
    ];

    /// <summary>Endings of files that tell the format; <c>.json</c> behind the longer ones.</summary>
    private static readonly (string Ending, string Format)[] Endings =
    [
        (".txt", "text"),
        (".sarif", "sarif"),
        (".sarif.json", "sarif"),
        (".json", "json"),
        (".xml", "junit"),
        (".md", "markdown"),
        (".csv", "csv"),
    ];

    /// <summary>The format of those who ask for none.</summary>
    public static IReportWriter Default => All[0];

    /// <summary>The names of all formats.</summary>
    public static string[] Names { get; } = Array.ConvertAll(All, static writer => writer.Name);

    /// <summary>The format of a name, or null.</summary>
    public static IReportWriter? Find(string name) => Array.Find(All, writer => string.Equals(writer.Name, name, StringComparison.Ordinal));

    /// <summary>The format that a file's ending tells, or null.</summary>
    public static IReportWriter? OfFile(string path)
    {
        foreach (var (ending, format) in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return Find(format);
            }
        }

        return null;
    }
}
