using CsCheck;
using IsolationModel.Core.Tests.Evaluation;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Suppressions;

/// <summary>What suppressions do to the findings of a run.</summary>
public sealed class SuppressionTests
{
    private const string Day = "2026-06-01";
    private const string Unused = "ISM1103";

    /// <summary>A need on a pod without a runtime class: ISM1001 at 20..24, in line 2.</summary>
    private static readonly Workload Unsafe = RunSample.Pod(null, "shop", TestModel.Declare(NeedScope.Template, "untrusted-code"));

    [Theory]
    [InlineData(20, 4, true)]
    [InlineData(0, 33, true)]
    [InlineData(21, 4, false)] // a part of it is outside
    [InlineData(20, 3, false)]
    [InlineData(0, 5, false)]
    public void A_finding_is_suppressed_that_stands_wholly_inside(int start, int length, bool isSuppressed)
    {
        var result = Run(Unsafe, new Suppression("ISM1001", new TextRange(1, 2), new TextRange(start, length), "accepted"));
        Assert.Equal([isSuppressed ? "-" : Unused, isSuppressed ? "-" : "ISM1001"], Ids(result.Findings));
        Assert.Equal((isSuppressed ? 1 : 0, isSuppressed ? 0 : 2), (result.Summary.Suppressed, result.Summary.Warnings));
        Assert.Equal(isSuppressed, result.Suppressed is [{ Finding.Rule.Id: "ISM1001", Suppression.Reason: "accepted", File: "a.yaml" }]);
    }

    [Fact]
    public void A_rule_that_is_not_named_stays()
    {
        var result = Run(Unsafe, new Suppression("ISM2001", new TextRange(1, 2), new TextRange(0, 33), "accepted"));
        Assert.Equal([Unused, "ISM1001"], Ids(result.Findings));
        Assert.Equal(new TextPosition(1, 2), result.Findings[0].Start);
        Assert.Contains("no finding of ISM2001", result.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-02", true)]
    [InlineData("2026-06-01", true)] // the last day counts
    [InlineData("2026-05-31", false)]
    public void A_suppression_ends_with_its_day_and_then_that_is_told(string until, bool holds)
    {
        var result = Run(Unsafe, new Suppression("ISM1001", new TextRange(1, 2), new TextRange(0, 33), "accepted", until));
        Assert.Equal(holds ? ["-", "-"] : [Unused, "ISM1001"], Ids(result.Findings));
        Assert.Equal(!holds, result.Findings.Any(finding => finding.Message.Contains($"ended on {until}, so what it hid is told again", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_day_nothing_ends()
    {
        var file = RunSample.File("a.yaml", Unsafe) with { Suppressions = [new Suppression("ISM1001", default, new TextRange(0, 33), "accepted", "2000-01-01")] };
        Assert.Empty(RunSample.Evaluate(TestModel.BuiltIn, file).Findings);
    }

    [Fact]
    public void One_that_ended_and_hides_nothing_is_to_be_removed()
    {
        var result = Run(RunSample.Pod(), new Suppression("ISM1001", default, new TextRange(0, 33), "accepted", "2000-01-01"));
        Assert.Contains("there is no finding to be suppressed; remove it", Assert.Single(result.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_gives_the_reason_and_all_that_cover_count_as_used()
    {
        var result = Run(
            Unsafe,
            new Suppression("ISM1001", default, new TextRange(0, 33), "far"),
            new Suppression("ISM1001", default, new TextRange(20, 4), "near"),
            new Suppression("ISM1001", default, new TextRange(20, 4), "near, too"));
        Assert.Empty(result.Findings);
        Assert.Equal("near", Assert.Single(result.Suppressed).Suppression.Reason);
    }

    [Fact]
    public void A_namespace_speaks_for_its_workloads_in_all_files()
    {
        var space = RunSample.File("z.yaml") with { Suppressions = [new Suppression("ISM1001", default, new TextRange(0, 3), "accepted", null, "shop")] };
        var other = RunSample.Pod(null, "other", TestModel.Declare(NeedScope.Template, "untrusted-code"));
        var result = RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", Unsafe), RunSample.File("b.yaml", other), space);
        Assert.Equal(["b.yaml ISM1001"], result.Findings.Select(finding => $"{finding.File} {finding.Rule.Id}"));
        Assert.Equal(("a.yaml", "z.yaml"), (Assert.Single(result.Suppressed).Finding.File, result.Suppressed[0].File));
    }

    [Fact]
    public void An_error_is_told_whatever_covers_it()
    {
        var misspelt = RunSample.Pod(null, null, TestModel.Declare(NeedScope.Template, "untrusted-cod"));
        var result = RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("file.yaml", misspelt) with { Suppressions = [new Suppression("ISM1101", default, new TextRange(0, 999), "no")] });
        Assert.Equal(["ISM1101", Unused], result.Findings.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_was_not_read_to_its_end_tells_no_unused_ones()
    {
        var suppression = new Suppression("ISM1001", default, new TextRange(0, 3), "accepted");
        var broken = Finding.At(InputRules.SyntaxError, FindingSeverity.Warning, "a.yaml", LineMap.Empty, default, "broken");
        var file = RunSample.File("a.yaml") with { Suppressions = [suppression], Findings = [broken] };
        Assert.Equal(["ISM9006"], RunSample.Evaluate(TestModel.BuiltIn, file).Findings.Select(finding => finding.Rule.Id));

        // What speaks for a namespace may be used in a file that was not read.
        var space = RunSample.File("b.yaml") with { Suppressions = [suppression with { Namespace = "shop" }] };
        Assert.Equal(["ISM9006"], RunSample.Evaluate(TestModel.BuiltIn, file with { Suppressions = [] }, space).Findings.Select(finding => finding.Rule.Id));

        // A key that stands twice keeps nobody from reading.
        var twice = Finding.At(InputRules.DuplicateKey, FindingSeverity.Warning, "a.yaml", LineMap.Empty, new TextRange(30, 1), "twice");
        Assert.Equal([Unused, "ISM9010"], RunSample.Evaluate(TestModel.BuiltIn, file with { Findings = [twice] }).Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void Findings_of_a_reader_are_suppressed_like_others()
    {
        var twice = Finding.At(InputRules.DuplicateKey, FindingSeverity.Warning, "a.yaml", LineMap.Empty, new TextRange(5, 1), "twice");
        var file = RunSample.File("a.yaml") with { Findings = [twice], Suppressions = [new Suppression("ISM9010", default, new TextRange(0, 9), "a tool writes it")] };
        Assert.Empty(RunSample.Evaluate(TestModel.BuiltIn, file).Findings);
    }

    /// <summary>Scopes nest, as parts of a document do: here they are the halves, quarters and so on of 64 places.</summary>
    private static readonly Gen<Suppression> AnySuppression =
        from size in Gen.Int[0, 6]
        from part in Gen.Int[0, (64 >> size) - 1]
        from rule in OneOf("ISM1001", "ISM1501", "ISM2001")
        from until in OneOf(null, "2026-05-31", "2026-06-01", "2026-07-01")
        from place in Gen.Int[0, 9]
        select new Suppression(rule!, new TextRange(place, 1), new TextRange(part << size, 1 << size), $"{part}/{size}", until);

    private static readonly Gen<Workload> AnyPod =
        from start in Gen.Int[0, 60]
        from length in Gen.Int[0, 4]
        from runtime in OneOf(null, "gvisor", "kata")
        select Place(RunSample.Pod(runtime, "shop", TestModel.Declare(NeedScope.Template, "untrusted-code")), start, length);

    [Fact]
    public void A_suppression_changes_no_finding_that_it_does_not_cover() => Gen.Select(AnyPod.Array[1, 8], AnySuppression.Array[0, 12]).Sample((pods, suppressions) =>
    {
        var named = pods.Select((pod, i) => pod with { Name = $"p{i}" }).ToArray();
        var file = RunSample.File("a.yaml", named);
        var plain = RunSample.Evaluate(Dated, file).Findings;
        var result = RunSample.Evaluate(Dated, file with { Suppressions = suppressions });
        var covering = plain.ToDictionary(finding => finding, finding => suppressions.Where(item => Covers(item, finding)).ToList());

        Assert.Equal(plain.Where(finding => !covering[finding].Exists(Holds)), result.Findings.Where(finding => finding.Rule.Id != Unused));
        Assert.Equal(plain.Where(finding => covering[finding].Exists(Holds)), result.Suppressed.Select(entry => entry.Finding));
        Assert.All(result.Suppressed, entry => Assert.Equal(covering[entry.Finding].Where(Holds).Min(item => item.Scope.Length), entry.Suppression.Scope.Length));
        var used = covering.Values.SelectMany(items => items).Where(Holds).ToHashSet();
        Assert.Equal(
            suppressions.Where(item => !used.Contains(item)).Select(item => (item.Range, item.RuleId)).Distinct().Order(ByPlace),
            result.Findings.Where(finding => finding.Rule.Id == Unused).Select(finding => (finding.Range, Named(finding, suppressions))).Distinct().Order(ByPlace));
    });

    private static readonly ModelIndex Dated = TestModel.BuiltIn.On(Day);

    private static readonly Comparer<(TextRange Range, string Id)> ByPlace = Comparer<(TextRange Range, string Id)>.Create(
        static (left, right) => left.Range.Start != right.Range.Start ? left.Range.Start.CompareTo(right.Range.Start) : string.CompareOrdinal(left.Id, right.Id));

    private static Gen<string?> OneOf(params string?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Named(Finding finding, Suppression[] suppressions) =>
        suppressions.First(item => finding.Message.Contains(item.RuleId, StringComparison.Ordinal)).RuleId;

    private static bool Holds(Suppression suppression) => suppression.Until is null || string.CompareOrdinal(suppression.Until, Day) >= 0;

    private static bool Covers(Suppression suppression, Finding finding) =>
        suppression.RuleId == finding.Rule.Id && suppression.Scope.Start <= finding.Range.Start && finding.Range.End <= suppression.Scope.End;

    private static Workload Place(Workload pod, int start, int length) => pod with { Runtime = pod.Runtime with { Range = new TextRange(start, length) } };

    private static EvaluationResult Run(Workload workload, params Suppression[] suppressions) =>
        RunSample.Evaluate(Dated, RunSample.File("a.yaml", workload) with { Suppressions = suppressions });

    /// <summary>The rules of two findings; a dash where there is none.</summary>
    private static string[] Ids(IReadOnlyList<Finding> findings) => [findings.Count > 0 ? findings[0].Rule.Id : "-", findings.Count > 1 ? findings[1].Rule.Id : "-"];
}
