using IsolationModel.Descriptors.Yaml;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Rules;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The reader of YAML trees.</summary>
internal sealed class YamlTarget : IFuzzTarget
{
    public string Name => "yaml";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(static seed => !SeedKinds.IsJson(seed) && !SeedKinds.IsToml(seed));

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        // Whoever reads a file looks for NUL first.
        if (input.Files[0].Text is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return;
        }

        var stream = Work.Within(input.Size, () => YamlTreeReader.Read(text, cancellationToken));
        foreach (var document in stream.Documents)
        {
            Ranges.CheckTree(document, text.Length);
        }

        foreach (var problem in stream.Problems)
        {
            Ranges.Check(problem.Range, text.Length, "a problem");
            OracleException.Demand(!ReferenceEquals(problem.Rule, InputRules.ReaderFailed), "crash", "the reader failed", () => problem.Message);
        }

        OracleException.Demand(
            stream.Documents.Count > 0 || stream.Problems.Count > 0 || !HasContent(text),
            "silence",
            "a text with content has neither documents nor problems",
            () => text);
        var again = YamlTreeReader.Read(text, cancellationToken);
        OracleException.Demand(
            again.Documents.Count == stream.Documents.Count && again.Problems.SequenceEqual(stream.Problems),
            "sameness",
            "the same text is read in two ways",
            () => text);
        Cancellation.Check(stream, static (left, right) => left.Documents.Count == right.Documents.Count && left.Problems.SequenceEqual(right.Problems), TimeSpan.FromMilliseconds(1), token => YamlTreeReader.Read(text, token));
    }

    /// <summary>Whether a line says something: it is no comment, no directive, no mark of a document, and not blank.</summary>
    private static bool HasContent(string text) => text.Split('\n', '\r').Any(static line =>
        line.Trim(' ', '\t', '\uFEFF', '\u0085', '\u2028', '\u2029') is { Length: > 0 } words && words[0] is not ('#' or '%') && words is not ("---" or "..."));
}
