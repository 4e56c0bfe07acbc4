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

    /// <summary>A ratio to what it is measured by, and whether it keeps to its budget; no budget is none.</summary>
    public static string Budget(double ratio, double? budget) => budget is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"<= {limit:0.###}: {(ratio <= limit ? "held" : "not held")}")
        : string.Empty;

    /// <summary>A number with as many digits as say something.</summary>
    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);

    /// <summary>Writes a row.</summary>
    public void Row(params string[] cells) => _output.Write($"| {string.Join(" | ", cells)} |\n");
}
