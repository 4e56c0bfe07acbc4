using IsolationModel.Cli.Output.Csv;
using IsolationModel.Cli.Output.GitHub;
using IsolationModel.Cli.Output.GitLab;
using IsolationModel.Cli.Output.Html;
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
        new HtmlReportWriter(),
    ];

    /// <summary>Endings of files, longer ones first, and the formats that such files hold: first the one that is meant unless another is named.</summary>
    private static readonly (string Ending, string[] Formats)[] Endings =
    [
        (".sarif.json", ["sarif", "github-sarif"]),
        (".sarif", ["sarif", "github-sarif"]),
        (".json", ["json", "gitlab"]),
        (".txt", ["text", "github"]),
        (".xml", ["junit"]),
        (".md", ["markdown"]),
        (".csv", ["csv"]),
        (".html", ["html"]),
    ];

    /// <summary>The format of those who ask for none.</summary>
    public static IReportWriter Default => All[0];

    /// <summary>The names of all formats.</summary>
    public static string[] Names { get; } = Array.ConvertAll(All, static writer => writer.Name);

    /// <summary>The format of a name, or null.</summary>
    public static IReportWriter? Find(string name) => Array.Find(All, writer => string.Equals(writer.Name, name, StringComparison.Ordinal));

    /// <summary>The format that a file's ending tells; that of standard output where the ending tells none, or fits it.</summary>
    public static IReportWriter OfFile(string path, IReportWriter standard)
    {
        foreach (var (ending, formats) in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return Array.IndexOf(formats, standard.Name) >= 0 ? standard : Find(formats[0])!;
            }
        }

        return standard;
    }
}
