using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Security;

/// <summary>One model, one evaluator, the same files: used by many at once, and stopped at any moment, they say what they say to one who waits.</summary>
public sealed class SharedUseTests
{
    [Fact]
    public async Task Many_threads_share_a_model_and_files()
    {
        // Made anew, so that the threads are the first who ask it anything.
        var model = new ModelIndex(BuiltInModel.Definition);
        var texts = Texts();
        var expected = Judge(new ModelIndex(BuiltInModel.Definition), Read(texts, CancellationToken.None), CancellationToken.None);
        Assert.NotEmpty(expected);
        var shared = Read(texts, CancellationToken.None);

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () => Judge(model, i % 2 == 0 ? shared : Read(texts, CancellationToken.None), CancellationToken.None),
            TestContext.Current.CancellationToken)));

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public async Task Many_threads_share_a_parsed_model()
    {
        var model = Model.Parse("""{ "formatVersion": "1.0", "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, "forbidden": { "runc": { "reason": "No." } } }""");

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            () => string.Join('\n', model.Technologies.Select(technology => $"{technology.Id} {technology.Boundary} {model.Find(technology.Id)!.Startup}")) + model.Index.Definition.Id,
            TestContext.Current.CancellationToken)));

        Assert.Single(results.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Reading, linking and judging either come to the end or say that they were stopped; what they were given stays usable.</summary>
    [Fact]
    public void Work_that_is_stopped_at_any_moment_gives_all_or_nothing()
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        var texts = Texts();
        var files = Read(texts, CancellationToken.None);
        var expected = Judge(model, files, CancellationToken.None);
        var random = new Random(20261126);
        var stopped = 0;
        for (var i = 0; i < 200; i++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromMicroseconds(random.Next(0, 20_000)));
            try
            {
                Assert.Equal(expected, Judge(model, i % 2 == 0 ? files : Read(texts, source.Token), source.Token));
            }
            catch (OperationCanceledException)
            {
                Assert.True(source.IsCancellationRequested);
                stopped++;
            }
        }

        Assert.InRange(stopped, 1, 200);
        Assert.Equal(expected, Judge(model, files, CancellationToken.None));
    }

    [Fact]
    public void Work_that_is_stopped_before_it_begins_does_not_begin()
    {
        var stopped = new CancellationToken(canceled: true);
        var texts = Texts();
        var files = Read(texts, CancellationToken.None);
        Assert.ThrowsAny<OperationCanceledException>(() => DescriptorLinker.Link(files, null, [], stopped));
        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Evaluate(new ModelIndex(BuiltInModel.Definition), files, [], stopped));
        Assert.All(texts.Where(static file => file.Text.Contains("kind:", StringComparison.Ordinal) && !file.Text.Contains("{{", StringComparison.Ordinal)), file => Assert.ThrowsAny<OperationCanceledException>(() => DescriptorReader.Read(file.Path, file.Text, DescriptorExpectation.Expected, stopped)));
    }

    private static List<string> Judge(ModelIndex model, IReadOnlyList<DescriptorFile> files, CancellationToken cancellationToken) =>
        [.. Evaluator.Evaluate(model, DescriptorLinker.Link(files, null, [], cancellationToken), [NeedDeclaration.ForRun(NeedCarrier.Level, "high")], cancellationToken).Findings
            .Select(static finding => $"{finding.File}{finding.Range}{finding.Rule.Id}{finding.Message}{string.Join('|', finding.Reasons)}")];

    private static List<DescriptorFile> Read(IEnumerable<(string Path, string Text)> texts, CancellationToken cancellationToken) =>
        [.. texts.Select(file => DescriptorReader.Read(file.Path, file.Text, DescriptorExpectation.Expected, keepsDocuments: true, cancellationToken))];

    private static List<(string Path, string Text)> Texts() => [.. Directory.EnumerateFiles(Repository.PathOf("tests/samples"), "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(static path => (Repository.Relative(Repository.Root, path), File.ReadAllText(path)))];
}
