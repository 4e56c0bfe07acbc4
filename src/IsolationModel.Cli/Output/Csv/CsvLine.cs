using System.Buffers;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.Csv;

/// <summary>Lines of CSV as RFC 4180 has them, whose cells no spreadsheet takes for formulas.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    /// <summary>Writes a line with its end.</summary>
    public static void Write(TextWriter writer, IEnumerable<string> cells)
    {
        var separator = string.Empty;
        foreach (var cell in cells)
        {
            writer.Write(separator);
            writer.Write(Cell(cell));
            separator = ",";
        }

        writer.Write("\r\n");
    }

    /// <summary>
    /// A cell. What a spreadsheet would calculate gets an apostrophe in front, which spreadsheets take for the mark of a text; what is no visible character is
    /// spelt out, and that covers tabs and line ends, behind which formulas hide as well.
    /// </summary>
    internal static string Cell(string text)
    {
        text = HarmlessText.Of(text);
        text = StartsFormula(text) ? $"'{text}" : text;
        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static bool StartsFormula(string text) => text.AsSpan().TrimStart(' ') is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
