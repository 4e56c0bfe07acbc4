using System.Globalization;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>Reads CSV by RFC 4180: quotes around a field, doubled within it, and line ends only where a record ends.</summary>
internal static class CsvText
{
    private static readonly string[] Counts = ["errors", "warnings", "infos"];

    /// <summary>Asks for records of as many fields as the header has, whose counts add up to the findings.</summary>
    public static void Demand(string text, int findings)
    {
        var rows = Read(text);
        OracleException.Demand(rows.Count > 0 && rows.All(row => row.Count == rows[0].Count), "reports", "csv has records of different lengths", () => text);
        var told = rows.Skip(1).Sum(row => Counts.Sum(count => int.Parse(row[rows[0].IndexOf(count)], CultureInfo.InvariantCulture)));
        OracleException.Demand(told == findings, "reports", "csv tells more or fewer findings", () => string.Create(CultureInfo.InvariantCulture, $"{told} of {findings}"));
        // What a spreadsheet would take for a formula.
        var formula = rows.SelectMany(static row => row).FirstOrDefault(static field => field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
        OracleException.Demand(formula is null, "reports", "csv holds a formula", () => formula!);
    }

    private static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Field(text, ref at));
            if (at == text.Length || text[at] != ',')
            {
                rows.Add(row);
                row = [];
                at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            }
            else
            {
                at++;
            }
        }

        return rows;
    }

    private static string Field(string text, ref int at)
    {
        var start = at;
        if (text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\r\n");
            at = end < 0 ? text.Length : at + end;
            return text[start..at];
        }

        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"')
                {
                    break;
                }

                at++;
            }
        }

        at++;
        return at > text.Length || (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            ? throw new FormatException("a quoted field does not end at a comma or a line end")
            : text[(start + 1)..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
