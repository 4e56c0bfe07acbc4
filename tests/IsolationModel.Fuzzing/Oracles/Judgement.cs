using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>A run of the libraries over the files of an input, as every front end does it.</summary>
/// <param name="Files">The files of the input.</param>
/// <param name="Read">What was read of each.</param>
/// <param name="Linked">The same, put together.</param>
/// <param name="Result">What came of judging.</param>
internal sealed record Judgement(IReadOnlyList<FuzzFile> Files, IReadOnlyList<DescriptorFile> Read, IReadOnlyList<DescriptorFile> Linked, EvaluationResult Result)
{
    /// <summary>Needs that between them ask every rule.</summary>
    public const string Needs = "untrusted-code, level:high, pod-security:restricted";

    /// <summary>The model that everything is judged by.</summary>
    public static ModelIndex Model { get; } = new(BuiltInModel.Definition) { Day = "2026-01-01" };

    /// <summary>Reads, links and judges.</summary>
    public static Judgement Of(IReadOnlyList<FuzzFile> files, string? needs, CancellationToken cancellationToken)
    {
        var keeps = DescriptorLinker.NeedsDocuments(files.Select(static file => file.Path));
        var read = files.Select(file => Load(file, keeps, cancellationToken)).ToList();
        var linked = DescriptorLinker.Link(read, null, cancellationToken);
        return new Judgement(files, read, linked, Evaluator.Evaluate(Model, linked, needs is null ? [] : [NeedDeclaration.ForRun(NeedCarrier.Needs, needs)], cancellationToken));
    }

    /// <summary>Reads a file.</summary>
    public static DescriptorFile Load(FuzzFile file, bool keepsDocuments, CancellationToken cancellationToken) => file.Text is { } text
        ? DescriptorReader.Read(file.Path, text, DescriptorPatterns.Match(file.Path) ?? DescriptorExpectation.Expected, keepsDocuments, cancellationToken)
        : DescriptorReader.NotText(file.Path, file.Bytes, file.Bytes.Length, FirstBadByte(file), DescriptorPatterns.Match(file.Path) ?? DescriptorExpectation.Expected, cancellationToken);

    /// <summary>The text that places of a file are counted in: its text, or what stands before its first bad byte.</summary>
    public static string TextOf(FuzzFile file) => file.Text ?? TextDecoder.DecodeLeniently(file.Bytes, FirstBadByte(file));

    private static int FirstBadByte(FuzzFile file)
    {
        _ = TextDecoder.Decode(file.Bytes, file.Bytes.Length, out var invalidAt);
        return invalidAt;
    }
}
