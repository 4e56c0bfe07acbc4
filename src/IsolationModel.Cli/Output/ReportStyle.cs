namespace IsolationModel.Cli.Output;

/// <summary>How whoever reads a report sees it; formats for machines take no notice.</summary>
/// <param name="UsesColor">Whether there are colours.</param>
/// <param name="LinkFolder">The folder that shown paths start from, where a terminal follows hyperlinks; null where none does.</param>
internal readonly record struct ReportStyle(bool UsesColor = false, string? LinkFolder = null)
{
    /// <summary>A file, or a program that reads along.</summary>
    public static ReportStyle Plain => default;
}
