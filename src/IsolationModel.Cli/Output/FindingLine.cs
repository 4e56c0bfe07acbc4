using System.Globalization;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output;

/// <summary>A finding as compilers write it, in one line: <c>file(line,column): error ISM0003: message</c>.</summary>
internal static class FindingLine
{
    private const string Reset = "\u001b[0m";

    /// <summary>The line, without its end.</summary>
    public static string Of(Finding finding, ReportStyle style = default)
    {
        var severity = Severity(finding.Severity);
        return Place(finding.File, finding.Start, style) + (style.UsesColor
            ? $": {Color(finding.Severity)}{severity} {finding.Rule.Id}{Reset}: {HarmlessText.Of(finding.Message)}"
            : $": {severity} {finding.Rule.Id}: {HarmlessText.Of(finding.Message)}");
    }

    /// <summary><c>file(line,column)</c>.</summary>
    public static string Place(string file, int line, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{HarmlessText.Of(file)}({line},{column})");

    /// <summary><c>file(line,column)</c>, as a link where the terminal follows links.</summary>
    public static string Place(string file, TextPosition at, ReportStyle style)
    {
        var place = Place(file, at.Line, at.Column);
        return style.LinkFolder is { } folder && Hyperlink.AddressOf(file, folder) is { } address ? Hyperlink.To(address, place) : place;
    }

    /// <summary>The word of a severity.</summary>
    public static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>Bold red, yellow and cyan, as compilers use them.</summary>
    private static string Color(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "\u001b[1;31m",
        FindingSeverity.Warning => "\u001b[1;33m",
        _ => "\u001b[1;36m",
    };
}
