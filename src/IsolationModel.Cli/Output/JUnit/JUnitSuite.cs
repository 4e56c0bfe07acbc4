using System.Globalization;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.JUnit;

/// <summary>The cases of a file; their names are unique in it.</summary>
/// <param name="name">The file.</param>
internal sealed class JUnitSuite(string name)
{
    private readonly List<(string Name, JUnitOutcome Outcome, Finding? Finding)> _cases = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public string Name => name;

    /// <summary>The cases: findings in their order, then workloads without any.</summary>
    public IReadOnlyList<(string Name, JUnitOutcome Outcome, Finding? Finding)> Cases => _cases;

    /// <summary>How many cases end so.</summary>
    public int Count(JUnitOutcome outcome) => _cases.Count(entry => entry.Outcome == outcome);

    /// <summary>Adds a case for a finding: its workload, its rule, its need.</summary>
    public void Add(Finding finding, JUnitOutcome outcome)
    {
        var text = finding.Workload is null ? finding.Rule.Id : $"{finding.Workload}: {finding.Rule.Id}";
        var about = finding.Control ?? finding.Need;
        _cases.Add((Unique(HarmlessText.Of(about is null ? text : $"{text} {about}")), outcome, finding));
    }

    /// <summary>Adds a case for a workload without findings.</summary>
    public void AddClean(string workload) => _cases.Add((Unique(HarmlessText.Of(workload)), JUnitOutcome.Passed, null));

    private string Unique(string text)
    {
        for (; ;)
        {
            var count = _names[text] = _names.GetValueOrDefault(text) + 1;
            if (count == 1)
            {
                return text;
            }

            text = string.Create(CultureInfo.InvariantCulture, $"{text} ({count})");
        }
    }
}
