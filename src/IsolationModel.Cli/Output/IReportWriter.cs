namespace IsolationModel.Cli.Output;

/// <summary>A format of reports. Writers have no state.</summary>
internal interface IReportWriter
{
    /// <summary>What <c>--format</c> and <c>--output</c> call it.</summary>
    string Name { get; }

    /// <summary>Writes a whole report as UTF-8 without byte order mark, with <c>\n</c> as line end; leaves the stream open.</summary>
    /// <param name="report">What to tell.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="usesColor">Whether a person sees it on a terminal with colours; formats for machines take no notice.</param>
    void Write(Report report, Stream stream, bool usesColor);
}
