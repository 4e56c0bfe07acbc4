using System.Collections;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>A failure that nobody foresaw costs the file in which it happens.</summary>
public sealed class CrashIsolationTests
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    [Fact]
    public void A_failing_file_becomes_a_finding_and_the_others_are_judged()
    {
        var need = new NeedDeclaration(NeedCarrier.Level, NeedScope.Run, "high", string.Empty, LineMap.Empty, default, -1);
        var result = Evaluator.Evaluate(
            Model, [File("bad.yaml", new FailingList(new InvalidOperationException("first\nsecond."))), File("good.yaml", [Pod])], [need], TestContext.Current.CancellationToken);
        Assert.Equal(
            [("bad.yaml", "ISM9001"), ("good.yaml", "ISM1001")],
            result.Findings.Select(finding => (finding.File, finding.Rule.Id)));
        Assert.Equal(
            $"judging failed with InvalidOperationException: first second; please report it at {ProductInfo.ProjectUrl}/issues",
            result.Findings[0].Message);
        Assert.Equal(FindingSeverity.Warning, result.Findings[0].Severity);
    }

    [Fact]
    public void A_stopped_run_stops() => Assert.Throws<OperationCanceledException>(() =>
        Evaluator.Evaluate(Model, [File("bad.yaml", new FailingList(new OperationCanceledException()))], [], TestContext.Current.CancellationToken));

    private static Workload Pod { get; } = new(
        "kubernetes", "Pod", null, "api", default, new RuntimeReference(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, default, "runtimeClassName"), [], []);

    private static DescriptorFile File(string path, IReadOnlyList<Workload> workloads) =>
        new() { Path = path, Lines = LineMap.Empty, IsDescriptor = true, DocumentCount = 1, Workloads = workloads };

    private sealed class FailingList(Exception error) : IReadOnlyList<Workload>
    {
        public int Count => 1;

        public Workload this[int index] => throw error;

        public IEnumerator<Workload> GetEnumerator() => throw error;

        IEnumerator IEnumerable.GetEnumerator() => throw error;
    }
}
