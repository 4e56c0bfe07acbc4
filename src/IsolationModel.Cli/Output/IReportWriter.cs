namespace IsolationModel.Cli.Output;

/// <summary>A format of reports. Writers have no state.</summary>
internal interface IReportWriter
{
    /// <summary>What <c>--format</c> and <c>--output</c> call it.</summary>
    string Name { get; }

    /// <summary>Writes a whole report as UTF-8 without byte order mark; leaves the stream open. Lines end with <c>\n</c> unless the format says otherwise.</summary>
    /// <param name="report">What to tell.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="style">How a person sees it.</param>
    void Write(Report report, Stream stream, ReportStyle style);
}
