using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>An editor asks of workloads on several threads at once, long after they were judged: what is found out on demand is the same for all of them.</summary>
public sealed class SharedAssessmentTests
{
    private const int Rounds = 200;

    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    [Fact]
    public void Names_that_can_be_selected_are_found_by_several_threads_at_once()
    {
        var file = RunSample.File("a.yaml") with { RuntimeClasses = [new RuntimeClassObject("sandbox", "runsc", new TextRange(0, 5))] };
        Together(() => new RunIndex([file]).Selectable(Model), static classes => classes.Find("gvisor", "kubernetes"), static name => Assert.Equal("sandbox", name));
    }

    [Fact]
    public void Alternatives_are_found_by_several_threads_at_once()
    {
        var file = RunSample.File("a.yaml", RunSample.Pod(null, null, NeedDeclaration.ForRun(NeedCarrier.Level, "high")));
        var expected = Assert.Single(RunSample.Evaluate(Model, file).Workloads).Alternatives;
        Assert.True(expected.Count > 0);

        Together(() => RunSample.Evaluate(Model, file).Workloads[0], static assessment => assessment.Alternatives, found => Assert.Equal(expected, found));
    }

    /// <summary>Lets threads begin at the same moment, again and again with something new.</summary>
    private static void Together<T, TResult>(Func<T> make, Func<T, TResult> ask, Action<TResult> check)
        where T : class
    {
        var threads = Math.Max(2, Environment.ProcessorCount);
        T? shared = null;
        using var start = new Barrier(threads, _ => shared = make());
        var failures = new Exception?[threads];
        var running = Enumerable.Range(0, threads).Select(i => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                start.SignalAndWait();
                try
                {
                    check(ask(shared!));
                }
                catch (Exception error)
                {
                    failures[i] ??= error;
                }
            }
        })).ToList();
        running.ForEach(static thread => thread.Start());
        running.ForEach(static thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }
}
