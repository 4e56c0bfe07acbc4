using System.Globalization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>Rows as they are pasted into BENCHMARKS.md.</summary>
internal sealed class MarkdownTable
{
    private readonly TextWriter _output;

    /// <summary>Starts a table.</summary>
    public MarkdownTable(TextWriter output, params string[] columns)
    {
        _output = output;
        Row(columns);
        Row(columns.Select(_ => "---").ToArray());
    }

    /// <summary>Whether a figure, such as a ratio to what it is measured by, keeps to its budget; no budget is none.</summary>
    public static string Budget(double figure, double? budget, string unit = "") => budget is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"<= {limit:0.###}{unit}: {(figure <= limit ? "held" : "not held")}")
        : string.Empty;

    /// <summary>A number with as many digits as say something; none where the system does not tell (NaN).</summary>
    public static string Number(double value) => double.IsNaN(value) ? string.Empty : value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);

    /// <summary>Writes a row.</summary>
    public void Row(params string[] cells) => _output.Write($"| {string.Join(" | ", cells)} |\n");
}
