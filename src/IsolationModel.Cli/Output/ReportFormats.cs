namespace IsolationModel.Cli.Output;

/// <summary>The registry of report formats: one line a format, in the order in which help lists them.</summary>
internal static class ReportFormats
{
    private static readonly IReportWriter[] All =
    [
        new TextReportWriter(),
        new JsonReportWriter(),
        new Html.HtmlReportWriter(),
    ];

    /// <summary>The format of those who ask for none.</summary>
    public static IReportWriter Default => All[0];

    /// <summary>The names of all formats.</summary>
    public static string[] Names { get; } = Array.ConvertAll(All, static writer => writer.Name);

    /// <summary>The format of a name, or null.</summary>
    public static IReportWriter? Find(string name) => Array.Find(All, writer => string.Equals(writer.Name, name, StringComparison.Ordinal));
}
