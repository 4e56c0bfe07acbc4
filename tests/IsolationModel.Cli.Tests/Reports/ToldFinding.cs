using IsolationModel.Cli.Output;
using IsolationModel.Text;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>What every format tells of a finding.</summary>
internal sealed record ToldFinding(string Rule, string Severity, string File, int Line, string Message)
{
    /// <summary>What is read back: spelt as people see it, without the full stop that SARIF asks for.</summary>
    public static ToldFinding Of(string rule, string severity, string file, int line, string message) =>
        new(rule, severity, HarmlessText.Of(file), line, HarmlessText.Of(message).TrimEnd('.'));

    /// <summary>Sorted, so that lists can be compared as multisets.</summary>
    public static IReadOnlyList<ToldFinding> Sorted(IEnumerable<ToldFinding> findings) => [.. findings.OrderBy(static finding => finding.ToString(), StringComparer.Ordinal)];
}
