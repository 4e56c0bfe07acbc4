using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.PublicDescriptors;

/// <summary>The corpus, read once for all tests.</summary>
internal static class PublicCorpus
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> LazyTexts = new(ReadTexts);

    private static readonly Lazy<IReadOnlyList<DescriptorFile>> LazyFiles = new(() => LazyTexts.Value
        .Select(entry => DescriptorReader.Read(entry.Key, entry.Value, DescriptorExpectation.Expected, keepsDocuments: true, CancellationToken.None))
        .ToList());

    /// <summary>The texts by path below the corpus folder, written with <c>/</c>.</summary>
    public static IReadOnlyDictionary<string, string> Texts => LazyTexts.Value;

    /// <summary>What the reader made of them.</summary>
    public static IReadOnlyList<DescriptorFile> Files => LazyFiles.Value;

    /// <summary>Ends a test as skipped where the corpus is not there; it is no part of the repository.</summary>
    public static void SkipIfAbsent() =>
        Assert.SkipWhen(Repository.Corpus is null, "There is no ../shared/corpus beside the repository: public descriptors that it does not ship.");

    /// <summary>Judges the whole corpus by the built-in model.</summary>
    /// <param name="need">A need for every workload, or null.</param>
    public static EvaluationResult Evaluate(string? need)
    {
        NeedDeclaration[] needs = need is null ? [] : [new NeedDeclaration(NeedCarrier.Needs, NeedScope.Run, need, string.Empty, LineMap.Empty, default, -1)];
        return Evaluator.Evaluate(new ModelIndex(BuiltInModel.Definition), DescriptorLinker.Link(Files), needs);
    }

    private static SortedDictionary<string, string> ReadTexts()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Repository.Corpus!, "*", SearchOption.AllDirectories))
        {
            if (DescriptorPatterns.Match(path) is not null)
            {
                var bytes = File.ReadAllBytes(path);
                texts.Add(
                    Repository.Relative(Repository.Corpus!, path),
                    TextDecoder.Decode(bytes, bytes.Length, out _) ?? throw new InvalidDataException($"{path} is not text."));
            }
        }

        return texts;
    }
}
