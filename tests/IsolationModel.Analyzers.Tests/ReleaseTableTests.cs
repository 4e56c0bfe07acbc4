using System.Runtime.CompilerServices;
using IsolationModel.Rules;

namespace IsolationModel.Analyzers.Tests;

/// <summary>
/// The release tables of the analyzer: the compiler's own check (RS2000 and following) sees constant ids only, and ours come from a registry.
/// </summary>
public sealed class ReleaseTableTests
{
    [Fact]
    public void The_tables_hold_every_rule_as_it_is()
    {
        var expected = RuleSet.All.Select(rule => new Row(rule.Id, $"Isolation.{rule.Category}", rule.DefaultSeverity.ToString(), rule.Title));
        var rows = Read("AnalyzerReleases.Shipped.md").Concat(Read("AnalyzerReleases.Unshipped.md")).OrderBy(row => row.Id, StringComparer.Ordinal);
        Assert.Equal(expected, rows);
    }

    [Fact]
    public void Each_table_is_sorted_by_id() =>
        Assert.All(["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"], file =>
        {
            var ids = Read(file).Select(row => row.Id).ToList();
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        });

    private static IEnumerable<Row> Read(string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "../../analyzers/IsolationModel.Analyzers", name);
        return File.ReadLines(path)
            .Where(line => line.StartsWith("ISM", StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .Select(cells => new Row(cells[0], cells[1], cells[2], cells[3]));
    }

    private sealed record Row(string Id, string Category, string Severity, string Title);
}
