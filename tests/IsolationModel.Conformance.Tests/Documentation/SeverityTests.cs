using IsolationModel.Conformance.FrontEnds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.Conformance.Documentation;

/// <summary>What every page says of <c>NoWarn</c> and of entries by id in <c>.globalconfig</c>, for the flagged examples of every rule.</summary>
public sealed class SeverityTests
{
    private static readonly Dictionary<string, PageExample> Flagged = RulePage.All
        .Select(page => page.Examples.FirstOrDefault(example => example.Expectation == Expectation.Flagged))
        .Where(example => example is not null)
        .ToDictionary(example => example!.RuleId, example => example!, StringComparer.Ordinal);

    public static TheoryData<string> Rules => new(RuleSet.All.Select(rule => rule.Id).Where(Flagged.ContainsKey));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_that_is_suppressed_by_its_id_is_not_told(string id) =>
        Assert.DoesNotContain(await Judge(id, ReportDiagnostic.Suppress), finding => finding.RuleId == id);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_that_is_made_an_error_by_its_id_is_an_error(string id)
    {
        var findings = (await Judge(id, ReportDiagnostic.Error)).Where(finding => finding.RuleId == id).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal("error", finding.Severity));
    }

    private static async Task<IReadOnlyList<ObservedFinding>> Judge(string id, ReportDiagnostic severity)
    {
        var input = Flagged[id].ToInput();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([KeyValuePair.Create(id, severity)]);
        return input.IsOverlay || input.IsSettings
            ? await new GeneratorFrontEnd { Options = options }.Judge(input)
            : await new AnalyzerFrontEnd { Options = options }.Judge(input);
    }
}
